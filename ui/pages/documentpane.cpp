// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/documentpane.h"

#include "ui/pages/documentpaneprivate.h"
#include "ui/pages/dropoutline.h"
#include "ui/pages/panels/searchbar.h"
#include "ui/pages/panels/thumbnailstrip.h"
#include "ui/pages/panepanels.h"
#include "ui/pages/placepicture.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

DocumentPane::DocumentPane(core::PageSource &pages, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(pages, *this))
{
    setObjectName(u"documentPane"_s);
    setAccessibleName(tr("Document"));
    setAcceptDrops(true);
}

DocumentPane::~DocumentPane()
{
    // Their signals must not reach a pane that is half gone; but those who wait for their end must hear of it.
    for (QObject *sender : {static_cast<QObject *>(d->view), static_cast<QObject *>(&d->view->pictures()),
                            static_cast<QObject *>(d->strip)}) {
        sender->disconnect(this);
        sender->disconnect(d.get());
    }
}

void DocumentPane::setThumbnailCache(core::ThumbnailCache *cache)
{
    d->view->pictures().thumbnails().setCache(cache);
}

void DocumentPane::setReadingPlaces(core::ReadingPlaces *places)
{
    d->keeper.setStore(places);
}

void DocumentPane::setOwner(const QString &owner)
{
    d->keeper.setOwner(owner);
}

void DocumentPane::beginAnew()
{
    d->searchBar->forget();
    for (MessageBar *bar : {d->messages, d->fileMessages, d->printBar})
        bar->dismiss();
}

void DocumentPane::open(const QString &file, const core::Secret &password)
{
    d->reset();
    d->begin(file, password);
}

void DocumentPane::clear()
{
    d->reset();
    d->panels->showNothing();
    d->showState();
}

QString DocumentPane::file() const
{
    return d->file;
}

void DocumentPane::setMarks(const std::vector<Mark> &marks)
{
    d->marks = marks;
    d->view->setMarks(marks);
    d->strip->refresh();
}

void DocumentPane::chooseMark(const QString &id)
{
    d->chosen = id;
    if (!id.isEmpty() && d->opening.isOpen())
        d->keeper.settle();
    d->view->chooseMark(id);
}

void DocumentPane::lookAhead(int page)
{
    if (d->opening.isOpen())
        d->view->lookAhead(page);
}

void DocumentPane::revealPlace(int page, const QRectF &box)
{
    d->keeper.settle();
    if (d->opening.isOpen())
        d->view->reveal(page, box);
    else
        d->placeToReveal = std::pair(page, box);
}

void DocumentPane::expect(const core::FirstLook &look)
{
    d->view->expect(look);
}

core::FirstLook DocumentPane::firstLook() const
{
    return d->opening.isOpen() ? d->view->firstLook() : core::FirstLook();
}

void DocumentPane::goToPage(int page)
{
    d->keeper.settle();
    if (d->opening.isOpen())
        d->view->goToPage(page);
    else
        d->pageToShow = page;
}

QImage DocumentPane::picture(int page, const QRectF &box) const
{
    return placePicture(*d->view, page, box);
}

void DocumentPane::setThumbnailsVisible(bool visible)
{
    d->wantsThumbnails = visible;
    d->actions.thumbnails->setChecked(visible);
    d->showSide();
}

bool DocumentPane::thumbnailsVisible() const
{
    return d->wantsThumbnails;
}

void DocumentPane::setAdding(bool may)
{
    d->panels->setAdding(may);
}

void DocumentPane::setSide(const Side &side)
{
    d->wantedTab = static_cast<SidePanel::Tab>(std::clamp<int>(side.tab, SidePanel::Pages, SidePanel::Attachments));
    d->sideWidth = std::clamp(side.width, Private::leastWidth, Private::greatestWidth);
    d->showSide();
}

DocumentPane::Side DocumentPane::side() const
{
    return {d->wantedTab, d->sideWidth};
}

void DocumentPane::setPaperDimmed(bool dimmed)
{
    d->actions.dimPaper->setChecked(dimmed);
    d->view->setPaperDimmed(dimmed);
    d->strip->refresh();
}

bool DocumentPane::isPaperDimmed() const
{
    return d->view->isPaperDimmed();
}

void DocumentPane::setDrawing(bool on)
{
    d->view->setDrawing(on);
}

void DocumentPane::setMarksVisible(bool visible)
{
    d->view->setMarksVisible(visible);
}

void DocumentPane::addText(const std::vector<core::PageText> &pages)
{
    d->view->words().add(pages);
}

QList<QAction *> DocumentPane::commands() const
{
    return d->actions.all();
}

void DocumentPane::findText(const QString &text)
{
    if (d->opening.isOpen())
        d->searchBar->open(text);
}

// Keys that the window uses as well (Ctrl+F) mean the document while the focus is in it.
bool DocumentPane::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::event(event);
    const QKeyCombination key = static_cast<QKeyEvent *>(event)->keyCombination();
    if (event->type() == QEvent::ShortcutOverride && key.keyboardModifiers() == Qt::AltModifier
        && qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        return QWidget::event(event); // the field would get it first, and write down the letter
    const QKeySequence keys(key);
    for (QAction *action : d->actions.all()) {
        if (action->shortcutContext() != Qt::WidgetWithChildrenShortcut || !action->isEnabled()
            || !action->shortcuts().contains(keys))
            continue;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            action->trigger();
        return true;
    }
    return QWidget::event(event);
}

void DocumentPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        d->actions.recolour(palette());
}

void DocumentPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    d->dropOutline->showOver(rect());
}

void DocumentPane::dragLeaveEvent(QDragLeaveEvent *event)
{
    d->dropOutline->hide();
    QWidget::dragLeaveEvent(event);
}

void DocumentPane::dropEvent(QDropEvent *event)
{
    d->dropOutline->hide();
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit filesDropped(files);
    if (const auto others = event->mimeData()->urls().size() - files.size(); others > 0)
        emit addressesDropped(static_cast<int>(others));
}

} // namespace ui
