// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/papercolour.h"

#include <QPainter>
#include <QTest>

namespace {

const QColor cream(255, 244, 214);

QImage sheet(const QColor &colour)
{
    QImage picture(300, 400, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

} // namespace

class TestPaperColour : public QObject
{
    Q_OBJECT

private slots:
    void inkOnThePageDoesNotMatter()
    {
        QImage page = sheet(cream);
        QPainter painter(&page);
        painter.fillRect(QRect(40, 40, 220, 320), Qt::black);
        painter.end();
        QCOMPARE(ui::paperColour(page), cream);
    }

    void grainAndADarkEdgeDoNotMatter()
    {
        QImage page = sheet(cream);
        for (int y = 0; y < page.height(); ++y) {
            for (int x = (y * 7) % 5; x < page.width(); x += 5)
                page.setPixelColor(x, y, QColor(247, 238, 208));
        }
        QPainter(&page).fillRect(QRect(0, 0, 4, 400), Qt::black);
        const auto found = ui::paperColour(page);
        QVERIFY(found);
        QVERIFY(std::abs(found->blue() - cream.blue()) <= 8);
    }

    void aPageThatIsAPictureHasNone()
    {
        QImage page = sheet(Qt::white);
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x)
                page.setPixelColor(x, y, QColor((x * 5) % 256, (y * 3) % 256, (x + y) % 256));
        }
        QVERIFY(!ui::paperColour(page));
        QVERIFY(!ui::paperColour({}));
    }
};

QTEST_GUILESS_MAIN(TestPaperColour)
#include "tst_papercolour.moc"
