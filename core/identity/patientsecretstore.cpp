// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/patientsecretstore.h"

#include "core/base/logging.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// QTimer::singleShot() would keep the handler, and the answer in it, until its time even when context is gone.
void after(std::chrono::milliseconds delay, QObject *context, const std::function<void()> &handler)
{
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, context, handler);
    timer->start(delay);
}

} // namespace

PatientSecretStore::PatientSecretStore(SecretStore &store, QObject *parent)
    : PatientSecretStore(store, m_ownClock, parent)
{
}

PatientSecretStore::PatientSecretStore(SecretStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
}

void PatientSecretStore::setPatience(std::chrono::milliseconds untilSaid, std::chrono::milliseconds untilGivenUp)
{
    m_untilSaid = untilSaid;
    m_untilGivenUp = untilGivenUp;
}

void PatientSecretStore::giveUp()
{
    emit impatient();
}

void PatientSecretStore::say(int change)
{
    const bool before = m_slow > 0;
    m_slow += change;
    if (before != (m_slow > 0))
        emit waiting(m_slow > 0);
}

template<typename T>
Async<T> PatientSecretStore::ask(const Question<T> &question)
{
    const Answer<T> answer;
    auto *wait = new QObject(this); // lives as long as the question is waited for
    const auto slow = std::make_shared<bool>(false);
    const auto finish = [this, wait, slow, answer](Result<T> result) {
        if (answer.isGiven())
            return;
        if (std::exchange(*slow, false))
            say(-1);
        wait->deleteLater();
        answer.give(std::move(result));
    };
    const auto abandon = [finish] { finish(fail(ErrorCode::KeychainUnavailable, u"the keychain does not answer"_s)); };
    after(m_untilSaid, wait, [this, slow, answer] {
        if (answer.isGiven())
            return;
        *slow = true;
        say(1);
    });
    after(m_untilGivenUp, wait, abandon);
    connect(this, &PatientSecretStore::impatient, wait, abandon);
    put<T>(question, now() + m_untilGivenUp, [question, answer, finish, abandon](const Result<T> &result) {
        if (result && answer.isGiven() && question.doneLate)
            question.doneLate();
        else if (!result && result.error().code == ErrorCode::Timeout)
            abandon();
        else
            finish(result);
    });
    return answer.future();
}

// Also for somebody who has gone on without it: what arrives in the end is said.
template<typename T>
void PatientSecretStore::put(const Question<T> &question, std::chrono::milliseconds until,
                             const std::function<void(const Result<T> &)> &finish)
{
    whenDone(question.ask(), this, [=, this](const Result<T> &result) {
        const bool isUnanswered = !result && result.error().code == ErrorCode::Timeout;
        const bool isWanted = !question.isStillWanted || question.isStillWanted();
        if (!isUnanswered || !isWanted || now() >= until)
            return finish(result);
        qCInfo(lcIdentity) << "the keychain has not answered yet, asking again";
        put(question, until, finish);
    });
}

Async<Secret> PatientSecretStore::read(const QString &key)
{
    return ask<Secret>({[this, key] { return m_store.read(key); }});
}

Async<> PatientSecretStore::write(const QString &key, const Secret &secret)
{
    const int number = ++m_newest[key];
    const auto isNewest = [this, key, number] { return m_newest.value(key) == number; };
    return ask<void>({[this, key, secret] { return m_store.write(key, secret); }, isNewest,
                      [this, key, isNewest] {
                          if (isNewest())
                              emit writtenLate(key);
                      }});
}

Async<> PatientSecretStore::remove(const QString &key)
{
    const int number = ++m_newest[key];
    return ask<void>(
        {[this, key] { return m_store.remove(key); }, [this, key, number] { return m_newest.value(key) == number; }});
}

} // namespace core
