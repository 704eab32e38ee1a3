// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// WCAG 2.1, 1.4.3
double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr ui::Tone allTones[] = {ui::Tone::Sure,      ui::Tone::Doubtful, ui::Tone::Ambiguous, ui::Tone::NotOnPage,
                                 ui::Tone::Corrected, ui::Tone::Approved, ui::Tone::Missing};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void wordsCanBeReadInBothAppearances()
    {
        for (const QPalette &palette : {ui::lightPalette(), ui::darkPalette()}) {
            for (const auto ground : {QPalette::Window, QPalette::Base}) {
                QVERIFY(contrast(palette.color(QPalette::Text), palette.color(ground)) >= 7);
                QVERIFY(contrast(ui::quietText(palette), palette.color(ground)) >= 4.5);
            }
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        }
    }

    void everyToneCanBeReadInBothAppearances()
    {
        for (const QPalette &palette : {ui::lightPalette(), ui::darkPalette()}) {
            for (const ui::Tone tone : allTones) {
                for (const auto ground : {QPalette::Window, QPalette::Base})
                    QVERIFY(contrast(ui::toneColour(tone, palette), palette.color(ground)) >= 4.5);
            }
        }
    }

    void everyToneHasAShapeOfItsOwn()
    {
        QList<QImage> shapes;
        for (const ui::Tone tone : allTones) {
            const QImage shape =
                ui::toneIcon(tone, ui::lightPalette()).pixmap(24, 24).toImage().convertToFormat(QImage::Format_Alpha8);
            QVERIFY(!shapes.contains(shape));
            shapes += shape;
        }
    }

    void everyIconDrawsSomething()
    {
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 30);
        for (const QString &file : files) {
            const QImage drawn = ui::icon(file.chopped(4), ui::lightPalette()).pixmap(24, 24).toImage();
            QVERIFY2(drawn != QImage(drawn.size(), drawn.format()), qPrintable(file));
            bool ink = false;
            for (int y = 0; y < drawn.height(); ++y) {
                for (int x = 0; x < drawn.width(); ++x)
                    ink = ink || drawn.pixelColor(x, y).alpha() > 128;
            }
            QVERIFY2(ink, qPrintable(file));
        }
    }

    void aNameThatThereIsNotIsNoIcon() { QVERIFY(ui::icon(u"no-such-thing"_s, ui::lightPalette()).isNull()); }

    void iconsFollowTheAppearance()
    {
        auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
        ui::applyTheme(application, ui::Appearance::Light);
        const QIcon icon = ui::icon(u"close"_s, QApplication::palette());
        const QImage light = icon.pixmap(24, 24).toImage();
        ui::applyTheme(application, ui::Appearance::Dark);
        QVERIFY(ui::isDark(QApplication::palette()));
        QVERIFY(icon.pixmap(24, 24).toImage() != light);
        ui::applyTheme(application, ui::Appearance::Light);
        QVERIFY(!ui::isDark(QApplication::palette()));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
