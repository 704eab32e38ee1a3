// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>

namespace ui {

// Every command of the document pane, with its words, keys and icon. What they do is connected by the pane.
class PaneActions : public QObject
{
    Q_OBJECT

public:
    explicit PaneActions(QWidget *pane);

    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    void setDocumentOpen(bool open);
    void setSelected(bool something);
    void recolour(const QPalette &palette);

    QAction *thumbnails; // the panel beside the pages
    QAction *outline;
    QAction *layers;
    QAction *attachments;
    QAction *properties;
    QAction *print;
    QAction *printToFile;
    QAction *previousPage;
    QAction *nextPage;
    QAction *goToPage;
    QAction *zoomOut;
    QAction *zoomIn;
    QAction *actualSize;
    QAction *fitWidth;
    QAction *fitPage;
    QAction *rotateLeft;
    QAction *rotateRight;
    QAction *continuous;
    QAction *twoPages;
    QAction *coverAlone;
    QAction *magnifier;
    QAction *dimPaper;
    QAction *goBack;
    QAction *goForward;
    QAction *followLink;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *matchCase;
    QAction *wholeWords;
    QAction *listHits;
    QAction *selectPage;
    QAction *copy;
    QAction *copyLayout;
    QAction *copyTable;

private:
    QAction *add(const char *name, const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                 Qt::ShortcutContext context = Qt::WindowShortcut);

    QWidget *m_pane;
    QList<QAction *> m_all;
};

} // namespace ui
