// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/workerdispatcher.h"
#include "core/base/answer.h"
#include "core/base/patientthreads.h"
#include "core/documents/intake.h"
#include "core/documents/pagesource.h"

#include <QObject>

#include <map>

namespace core {

// Documents opened, drawn and read by page workers: processes of their own that can do no harm, and are replaced when
// they crash, hang or take too much memory. Lives on a thread with an event loop, and never blocks it.
class WorkerPool : public QObject, public PageSource
{
    Q_OBJECT

public:
    explicit WorkerPool(PoolOptions options = {}, QObject *parent = nullptr);
    ~WorkerPool() override; // outstanding questions end as Cancelled

    void adopt(std::unique_ptr<WorkerProcess> early); // of startWorker() with the same options
    // Begins to open a file that somebody will ask for: the next open() of it without a password is this one. Its first
    // page is drawn as it will be looked at.
    void expect(const QString &file, const FirstLook &look = {});
    // Begins nothing for so long: somebody needs the processors more. Asked again and again it does so for
    // PoolOptions::longestRest at a stretch.
    void rest(std::chrono::milliseconds time);
    void attend(); // takes what the workers have said; else it waits for the event loop
    [[nodiscard]] Async<OpenedDocument> open(const QString &file, const Secret &password,
                                             std::stop_token stop) override;
    void close(DocumentHandle document) override;
    [[nodiscard]] Async<QImage> render(const RenderRequest &request, std::stop_token stop) override;
    [[nodiscard]] Async<PageText> text(DocumentHandle document, int page, OcrMode ocr, std::stop_token stop) override;
    [[nodiscard]] Async<std::vector<CompactPage>> index(const IndexRequest &request, std::stop_token stop) override;
    [[nodiscard]] Async<QByteArray> sha256(DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] Async<DocumentText> extras(DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] Async<std::vector<OutlineEntry>> outline(DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] Async<DocumentFacts> facts(DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] Async<DocumentProperties> properties(DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] Async<std::vector<SignatureFact>> signatures(DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] Async<std::vector<PageLink>> links(DocumentHandle document, int page, std::stop_token stop) override;
    [[nodiscard]] Async<QByteArray> attachment(DocumentHandle document, int index, std::stop_token stop) override;
    [[nodiscard]] Async<std::vector<LayerEntry>> switchLayer(DocumentHandle document, const LayerStates &states,
                                                             int index, bool on, std::stop_token stop) override;

    [[nodiscard]] std::vector<qint64> processIds() const;

signals:
    void workerReplaced(); // one was lost; what it was at is being tried again or has failed

private:
    struct Known {
        std::shared_ptr<const OpenFile> file;
        DocumentInfo info;
    };

    struct Expected {
        QString file;
        Async<OpenedDocument> opened;
    };

    struct Question {
        MessageType asked;
        MessageType answered;
    };

    [[nodiscard]] Async<OpenedDocument> openNow(const QString &file, const OpenFile &wanted,
                                                const std::stop_token &stop);
    void openTaken(const QString &file, OpenFile wanted, Intake intake, std::stop_token stop,
                   const Answer<OpenedDocument> &answer);
    [[nodiscard]] Async<PageText> layerText(DocumentHandle document, int page, OcrMode ocr, std::stop_token stop);
    [[nodiscard]] Async<PageText> scanText(DocumentHandle document, int page, std::stop_token stop);
    // The document, when it is open and has the page.
    [[nodiscard]] Result<Known> known(DocumentHandle document, int page = 1) const;
    template<typename T>
    [[nodiscard]] Async<T> submit(JobPointer job, const std::stop_token &stop,
                                  std::function<Result<T>(const QByteArray &)> read);
    template<typename T, typename Call>
    [[nodiscard]] Async<T> ask(const Known &document, const Question &question, const Call &call,
                               const std::stop_token &stop, std::function<Result<T>(T)> finish = {});

    PoolOptions m_options;
    WorkerDispatcher m_dispatcher;
    std::map<DocumentHandle, Known> m_documents;
    std::optional<Expected> m_expected;
    PatientThreads m_intakeThreads; // one slow disk keeps no other document waiting
    PatientThreads m_hashThreads{1}; // a disk is read in one place at a time
    std::stop_source m_closing;
    DocumentHandle m_lastDocument = 0;
};

} // namespace core
