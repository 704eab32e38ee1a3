// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/paneactions.h"

#include "ui/widgets/theme.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr auto inPane = Qt::WidgetWithChildrenShortcut;
constexpr auto iconProperty = "iconName";

} // namespace

PaneActions::PaneActions(QWidget *pane)
    : QObject(pane)
    , m_pane(pane)
{
    thumbnails = add("thumbnailsAction", tr("Side panel"), u"thumbnails"_s, {Qt::Key_F7});
    thumbnails->setCheckable(true);
    outline = add("outlineAction", tr("Outline"), u"outline"_s, {Qt::SHIFT | Qt::Key_F7});
    layers = add("layersAction", tr("Layers"), u"layers"_s, {});
    attachments = add("attachmentsAction", tr("Attachments"), u"attachment"_s, {});
    properties = add("propertiesAction", tr("Document properties"), u"info"_s, {Qt::ALT | Qt::Key_Return}, inPane);
    print = add("printAction", tr("Print…"), u"print"_s, {Qt::CTRL | Qt::Key_P});
    printToFile = add("printToFileAction", tr("Print to a PDF file…"), u"print"_s, {});
    previousPage = add("previousPageAction", tr("Previous page"), u"previous"_s, {Qt::CTRL | Qt::Key_PageUp});
    nextPage = add("nextPageAction", tr("Next page"), u"next"_s, {Qt::CTRL | Qt::Key_PageDown});
    goToPage = add("goToPageAction", tr("Go to page"), u"page"_s, {Qt::CTRL | Qt::Key_G});
    zoomOut = add("zoomOutAction", tr("Zoom out"), u"zoom-out"_s, {Qt::CTRL | Qt::Key_Minus});
    zoomIn = add("zoomInAction", tr("Zoom in"), u"zoom-in"_s, {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    actualSize = add("actualSizeAction", tr("Actual size"), {}, {Qt::CTRL | Qt::Key_0});
    fitWidth = add("fitWidthAction", tr("Fit width"), u"fit-width"_s, {Qt::CTRL | Qt::Key_2});
    fitPage = add("fitPageAction", tr("Fit page"), u"fit-page"_s, {Qt::CTRL | Qt::Key_1});
    fitWidth->setCheckable(true);
    fitPage->setCheckable(true);
    rotateLeft = add("rotateLeftAction", tr("Rotate left"), u"rotate-left"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_R});
    rotateRight = add("rotateRightAction", tr("Rotate right"), u"rotate-right"_s, {Qt::CTRL | Qt::Key_R});
    continuous = add("continuousAction", tr("Continuous"), {}, {Qt::CTRL | Qt::Key_3});
    twoPages = add("twoPagesAction", tr("Two pages"), {}, {Qt::CTRL | Qt::Key_4});
    coverAlone = add("coverAloneAction", tr("First page alone"), {}, {Qt::CTRL | Qt::Key_5});
    magnifier = add("magnifierAction", tr("Magnifier"), u"magnifier"_s, {Qt::CTRL | Qt::Key_6});
    dimPaper = add("dimPaperAction", tr("Dim the paper"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_D});
    for (QAction *action : {continuous, twoPages, coverAlone, magnifier, dimPaper})
        action->setCheckable(true);
    goBack = add("goBackAction", tr("Back to where you were"), u"previous"_s, {Qt::ALT | Qt::Key_Left}, inPane);
    goForward = add("goForwardAction", tr("Forward again"), u"next"_s, {Qt::ALT | Qt::Key_Right}, inPane);
    followLink = add("followLinkAction", tr("Follow a link by its number"), {}, {Qt::CTRL | Qt::Key_L});
    find = add("findAction", tr("Find in document"), u"search"_s, {Qt::CTRL | Qt::Key_F}, inPane);
    findNext = add("findNextAction", tr("Find next"), u"next"_s, {Qt::Key_F3});
    findPrevious = add("findPreviousAction", tr("Find previous"), u"previous"_s, {Qt::SHIFT | Qt::Key_F3});
    matchCase = add("matchCaseAction", tr("Match capitals and accents"), {}, {Qt::ALT | Qt::Key_C}, inPane);
    wholeWords = add("wholeWordsAction", tr("Whole words only"), {}, {Qt::ALT | Qt::Key_W}, inPane);
    listHits = add("listHitsAction", tr("List all hits"), u"table"_s, {Qt::ALT | Qt::Key_L}, inPane);
    for (QAction *action : {matchCase, wholeWords, listHits})
        action->setCheckable(true);
    listHits->setChecked(true);
    selectPage = add("selectPageAction", tr("Select the text of the page"), {}, {Qt::CTRL | Qt::Key_A}, inPane);
    copy = add("copyTextAction", tr("Copy text"), u"copy"_s, {Qt::CTRL | Qt::Key_C}, inPane);
    copyLayout = add("copyLayoutAction", tr("Copy with layout"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, inPane);
    copyTable = add("copyTableAction", tr("Copy as table"), {}, {Qt::CTRL | Qt::ALT | Qt::Key_C}, inPane);
    recolour(pane->palette());
    setDocumentOpen(false);
}

QAction *PaneActions::add(const char *name, const QString &text, const QString &iconName,
                          const QList<QKeySequence> &keys, Qt::ShortcutContext context)
{
    auto *action = new QAction(text, m_pane);
    action->setObjectName(QLatin1StringView(name));
    action->setProperty(iconProperty, iconName);
    action->setShortcuts(keys);
    action->setShortcutContext(context);
    if (!keys.isEmpty())
        action->setToolTip(
            tr("%1 (%2)", "command and its key").arg(text, keys.first().toString(QKeySequence::NativeText)));
    m_pane->addAction(action);
    m_all.append(action);
    return action;
}

void PaneActions::setDocumentOpen(bool open)
{
    for (QAction *action : m_all)
        action->setEnabled(open || action == thumbnails || action == dimPaper);
    setSelected(false);
    for (QAction *action : {outline, layers, attachments})
        action->setEnabled(false); // until it is known that there is something to show
}

void PaneActions::setSelected(bool something)
{
    for (QAction *action : {copy, copyLayout, copyTable})
        action->setEnabled(something);
}

void PaneActions::recolour(const QPalette &palette)
{
    for (QAction *action : m_all) {
        const QString name = action->property(iconProperty).toString();
        if (!name.isEmpty())
            action->setIcon(icon(name, palette));
    }
}

} // namespace ui
