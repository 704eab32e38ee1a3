// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/firstpicture.h"

#include "core/adapters/pageworker/frame.h"
#include "core/documents/pagegeometry.h"

#include <QTest>

namespace {

const QSizeF letter(612, 792);

class BlueDocument final : public core::PagedDocument
{
public:
    QString title() override { return {}; }
    std::vector<QSizeF> pageSizes() override { return {letter}; }
    core::Result<QImage> draw(const core::Drawing &drawing, const core::StopCheck &stop) override
    {
        if (stop())
            return core::fail(core::ErrorCode::Cancelled);
        QImage image(drawing.area.size(), QImage::Format_RGB32);
        image.fill(Qt::blue);
        return image;
    }
    double scanDpi(int) override { return 72; }
    core::Result<core::PageText> text(int, const core::StopCheck &) override { return {}; }
    core::DocumentText extras(const core::StopCheck &) override { return {}; }
    std::vector<core::OutlineEntry> outline() override { return {}; }
};

core::RenderCall callFor(double dpi, int page = 1)
{
    core::RenderRequest request;
    request.dpi = dpi;
    const QRect area = core::pictureArea(letter, request);
    return {7, page, dpi, 0, area, area.width() * 4, {}};
}

} // namespace

class TestFirstPicture : public QObject
{
    Q_OBJECT

private slots:
    void itIsWhatAFittedPageIsAskedFor()
    {
        const QSizeF room(871, 640);
        const double fitted = 72 * 871.0 / 612;
        const app::FirstPicture wide(7, {.room = room}, letter);
        QVERIFY(wide.isAskedBy(callFor(fitted)));
        QVERIFY(wide.isAskedBy(callFor(871.0 / 612 / (96.0 / 72) * (96.0 / 72) * 72))); // on another way
        QVERIFY(!wide.isAskedBy(callFor(fitted * 1.001)));
        QVERIFY(!wide.isAskedBy(callFor(fitted, 2)));
        core::RenderCall other = callFor(fitted);
        other.document = 8;
        QVERIFY(!wide.isAskedBy(other));
        other = callFor(fitted);
        other.layers = "1";
        QVERIFY(!wide.isAskedBy(other));
        other = callFor(fitted);
        other.rotation = 180;
        QVERIFY(!wide.isAskedBy(other));
        QVERIFY(app::FirstPicture(7, {.room = room, .whole = true}, letter).isAskedBy(callFor(72 * 640.0 / 792)));
        QVERIFY(app::FirstPicture(7, {.dpi = 110}, letter).isAskedBy(callFor(110)));
    }

    void whatCannotBeKnownIsNotDrawn_data()
    {
        QTest::addColumn<core::FirstLook>("look");
        QTest::newRow("nothing is known") << core::FirstLook{};
        QTest::newRow("more than a page that is drawn as a whole") << core::FirstLook{.dpi = 1200};
        QTest::newRow("no scale") << core::FirstLook{.dpi = qInf()};
        QTest::newRow("less than nothing") << core::FirstLook{.dpi = -96};
        QTest::newRow("no number") << core::FirstLook{.room = {qQNaN(), 600}};
        QTest::newRow("endless room") << core::FirstLook{.room = {1e300, 600}};
    }
    void whatCannotBeKnownIsNotDrawn()
    {
        QFETCH(core::FirstLook, look);
        QCOMPARE(app::FirstPicture(7, look, letter).document(), 0);
    }

    void itIsGivenUpForSomethingElse()
    {
        BlueDocument document;
        app::FirstPicture picture(7, {.dpi = 72}, letter);
        picture.draw(document, [] { return true; });
        QVERIFY(picture.image().isNull());
        picture.draw(document, [] { return false; });
        QCOMPARE(picture.image().size(), callFor(72).area.size());
        QCOMPARE(picture.image().pixelColor(300, 300), QColor(Qt::blue));
    }

    void aFrameOfAnotherKindDoesNotAskForIt()
    {
        const app::FirstPicture picture(7, {.dpi = 72}, letter);
        const auto body = core::pack(callFor(72));
        QVERIFY(picture.isAskedBy(core::Frame{core::MessageType::Render, 3, body}));
        QVERIFY(!picture.isAskedBy(core::Frame{core::MessageType::ReadText, 3, body}));
        QVERIFY(!picture.isAskedBy(core::Frame{core::MessageType::Render, 3, "nonsense"}));
    }
};

QTEST_GUILESS_MAIN(TestFirstPicture)
#include "tst_firstpicture.moc"
