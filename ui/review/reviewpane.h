// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"
#include "ui/review/reviewactions.h"

#include <QImage>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>

class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace ui {

class CheckList;
class EmptyState;
class FieldList;
class HistoryList;
class MessageBar;
class ReviewHeader;
class Section;
class TableGrid;

// The values of one document and the person's word on them.
class ReviewPane : public QWidget
{
    Q_OBJECT

public:
    // The place on the page as it is on the screen now; null while it is not drawn yet.
    using PictureSource = std::function<QImage(int page, const QRectF &box)>;

    explicit ReviewPane(QWidget *parent = nullptr);

    void setPictureSource(PictureSource source);
    void renewPicture(); // the source gives it in another way by now
    void setSession(core::ReviewSession *session, const core::Schema &schema); // not owned; it may load later
    void showNothing(const QString &iconName, const QString &title, const QString &text,
                     const QString &actionText = QString(), std::function<void()> action = {});
    void offerFirst(const QString &actionText, std::function<void()> action); // above the action of showNothing()
    void setReadOnly(const QString &reason); // empty: everything may be done
    void setPosition(int position, int count);

    void choose(const QString &path); // a field or a cell, with the focus
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] int nextPage() const; // with the next doubt; 0: there is none, or it has no place
    void takeFocus(); // now, or when the session has loaded
    void takeDrawn(int page, const QRectF &box, const QString &words); // for the chosen value

    [[nodiscard]] const ReviewActions &actions() const { return m_actions; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    [[nodiscard]] QString doubtsText() const;
    [[nodiscard]] QString noteText() const;
    // The session's, with titles in the language of the window.
    [[nodiscard]] const core::Extraction &shownExtraction() const { return m_shown; }

signals:
    void chosenChanged(const QString &path);
    void candidateHovered(const QString &path, int number); // 0: none any more
    void changed(); // the extraction: marks, doubts
    void approved(); // it is on the disk: the next document, please
    void drawRequested(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildScroll();
    QWidget *buildFooter();
    void connectActions();
    void connectFields();
    void showExtraction();
    void showTables();
    TableGrid *makeGrid(const core::ExtractedTable &table);
    void updateActions();
    void loaded();
    void refresh(const QString &path);
    void failed(const core::Error &error);
    void chosenBecame(const QString &path);
    void updatePicture();
    void accept(const QString &path);
    void set(const QString &path, const QString &text, std::vector<core::Evidence> evidence = {});
    void pick(const QString &path, int number);
    void reject(const QString &path);
    void approve(bool withDoubts);
    void tellDoubtsLeft();
    void tellUnsaved();
    void perform(core::Edit::Kind kind, const QString &path);
    void focusOn(const QString &path);
    void goToDoubt(const QString &from, int step);
    [[nodiscard]] bool mayEdit() const;
    [[nodiscard]] std::optional<QRectF> placeOf(const QString &path, int *page) const;

    ReviewActions m_actions;
    PictureSource m_picture;
    QPointer<core::ReviewSession> m_session;
    core::Schema m_schema;
    core::Extraction m_shown;
    QString m_chosen;
    QString m_readOnly;
    bool m_approving = false;
    QStringList m_onTheirWay; // paths of edits that are not on the disk yet
    bool m_focusWhenLoaded = false;

    QStackedLayout *m_stack;
    QWidget *m_page;
    EmptyState *m_nothing;
    QPushButton *m_nothingButton;
    std::function<void()> m_nothingAction;
    QPushButton *m_firstButton;
    std::function<void()> m_firstAction;
    ReviewHeader *m_header;
    MessageBar *m_messages;
    QScrollArea *m_scroll;
    QVBoxLayout *m_tables;
    FieldList *m_fields;
    std::map<QString, std::pair<Section *, TableGrid *>> m_grids; // by the table's path
    CheckList *m_checks;
    Section *m_checkSection;
    HistoryList *m_history;
    Section *m_historySection;
    QPushButton *m_approveButton;
    QTimer m_pictureTimer;
    int m_pictureTries = 0;
};

} // namespace ui
