// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/ocr/pagereader.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSizeF pageSize{400, 300};

// A page at 150 dpi with two lines of print.
QImage scan()
{
    QImage image(833, 625, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(30);
    painter.setFont(font);
    painter.drawText(100, 120, u"Invoice number 4711 from Hamburg"_s);
    painter.drawText(100, 180, u"Total amount due is 1234.56 today"_s);
    painter.drawText(100, 240, u"Thank you for reading this page"_s);
    return image;
}

QImage turnedBy(const QImage &image, double degrees)
{
    if (std::fmod(degrees, 90) == 0)
        return image.transformed(QTransform().rotate(degrees));
    QImage target(image.size(), QImage::Format_RGB32);
    target.fill(Qt::white);
    QPainter painter(&target);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(target.rect().center());
    painter.rotate(degrees);
    painter.drawImage(-target.rect().center(), image);
    return target;
}

const core::Word *find(const std::vector<core::Word> &words, const QString &text)
{
    const auto found = std::ranges::find(words, text, &core::Word::text);
    return found == words.end() ? nullptr : &*found;
}

} // namespace

class ScanReadingTest : public QObject
{
    Q_OBJECT

private:
    core::OcrEngine m_engine;

private slots:
    void initTestCase()
    {
        if (core::OcrEngine::installedLanguages().isEmpty())
            QSKIP("no OCR language is installed");
    }

    void wordsAreReadWhereTheyStand()
    {
        const auto words = core::readPicture(m_engine, scan(), pageSize, {});
        QVERIFY(words);
        const core::Word *number = find(*words, u"4711"_s);
        const core::Word *total = find(*words, u"1234.56"_s);
        QVERIFY(number && total);
        // Drawn with its foot at 180 pixels of 150 dpi: 86 points.
        QVERIFY2(std::abs(total->box.bottom() - 86.4) < 3, qPrintable(QDebug::toString(total->box)));
        QVERIFY(total->box.height() > 7 && total->box.height() < 16);
        QVERIFY(number->certainty > 0.6);
        QVERIFY(number->line < total->line);
    }

    void aPageThatLiesWrongIsReadAndItsBoxesAreOfThePageAsShown_data()
    {
        QTest::addColumn<int>("degrees");
        QTest::newRow("on its right side") << 90;
        QTest::newRow("upside down") << 180;
        QTest::newRow("on its left side") << 270;
    }

    void aPageThatLiesWrongIsReadAndItsBoxesAreOfThePageAsShown()
    {
        QFETCH(int, degrees);
        const QImage picture = turnedBy(scan(), degrees);
        const QSizeF size = degrees == 180 ? pageSize : pageSize.transposed();
        const auto words = core::readPicture(m_engine, picture, size, {});
        QVERIFY(words);
        const core::Word *total = find(*words, u"1234.56"_s);
        QVERIFY(total);
        const QRectF upright = find(*core::readPicture(m_engine, scan(), pageSize, {}), u"1234.56"_s)->box;
        QTransform turn;
        turn.translate(size.width() / 2, size.height() / 2);
        turn.rotate(degrees);
        turn.translate(-pageSize.width() / 2, -pageSize.height() / 2);
        QVERIFY2(QLineF(turn.mapRect(upright).center(), total->box.center()).length() < 4,
                 qPrintable(QDebug::toString(total->box)));
    }

    void aCrookedPageIsReadWhereItsWordsAre()
    {
        const auto words = core::readPicture(m_engine, turnedBy(scan(), 4), pageSize, {});
        QVERIFY(words);
        const core::Word *total = find(*words, u"1234.56"_s);
        QVERIFY(total);
        const QRectF upright = find(*core::readPicture(m_engine, scan(), pageSize, {}), u"1234.56"_s)->box;
        QTransform turn;
        turn.translate(200, 150);
        turn.rotate(4);
        turn.translate(-200, -150);
        QVERIFY2(QLineF(turn.map(upright.center()), total->box.center()).length() < 5,
                 qPrintable(QDebug::toString(total->box)));
    }

    void readingEndsWhenItIsNoLongerWanted()
    {
        const auto words = core::readPicture(m_engine, scan(), pageSize, [] { return true; });
        QVERIFY(!words && words.error().code == core::ErrorCode::Cancelled);
    }

    void inkIsToldFromPaper()
    {
        QImage paper(200, 200, QImage::Format_RGB32);
        paper.fill(QColor(240, 235, 220));
        QVERIFY(!core::hasInk(paper));
        QVERIFY(core::hasInk(scan()));
    }
};

QTEST_MAIN(ScanReadingTest)
#include "tst_scanreading.moc"
