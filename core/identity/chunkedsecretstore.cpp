// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/chunkedsecretstore.h"

#include "core/base/answer.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr QByteArrayView magic("lectern.chunks/1 ");
constexpr int mostParts = 256;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

char otherSet(char set)
{
    return set == 'a' ? 'b' : 'a';
}

} // namespace

qsizetype ChunkedSecretStore::platformLimit()
{
#ifdef Q_OS_WIN
    return 2560 / 2; // CRED_MAX_CREDENTIAL_BLOB_SIZE, and no text has more UTF-16 units than UTF-8 bytes
#else
    return 1024 * 1024;
#endif
}

ChunkedSecretStore::ChunkedSecretStore(SecretStore &store, qsizetype largest, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_largest(largest)
{
}

ChunkedSecretStore::Header ChunkedSecretStore::headerOf(const Secret &entry)
{
    if (!entry.reveal().startsWith(magic))
        return {};
    const auto words = entry.reveal().sliced(magic.size()).split(' ');
    if (words.size() != 3 || words.at(0).size() != 1)
        return {'a', -1, {}};
    const int count = words.at(1).toInt();
    return {words.at(0).front(), count > 0 && count <= mostParts ? count : -1, words.at(2)};
}

QString ChunkedSecretStore::partKey(const QString &key, char set, int number)
{
    return u"%1#%2#%3"_s.arg(key, QString(QLatin1Char(set))).arg(number);
}

Async<ChunkedSecretStore::Header> ChunkedSecretStore::readHeader(const QString &key)
{
    if (m_plain.contains(key))
        return ready<Header>(Header{});
    const Answer<Header> answer;
    whenDone(m_store.read(key), this, [answer](const Result<Secret> &entry) {
        if (!entry && entry.error().code != ErrorCode::NotFound)
            return answer.give(tl::make_unexpected(entry.error()));
        answer.give(entry ? headerOf(*entry) : Header{});
    });
    return answer.future();
}

Async<Secret> ChunkedSecretStore::read(const QString &key)
{
    return andThen(m_store.read(key), this, [this, key](const Secret &entry) {
        const Header header = headerOf(entry);
        if (header.count == 0)
            m_plain.insert(key);
        else
            m_plain.remove(key);
        if (header.count < 0)
            return ready<Secret>(fail(ErrorCode::NotFound, u"the entry is damaged"_s));
        return header.count == 0 ? ready<Secret>(entry) : readParts(key, header, 0, {});
    });
}

Async<Secret> ChunkedSecretStore::readParts(const QString &key, const Header &header, int number,
                                            const QByteArray &before)
{
    return andThen(m_store.read(partKey(key, header.set, number)), this, [=, this](const Secret &part) {
        QByteArray all = before + part.reveal();
        if (number + 1 < header.count)
            return readParts(key, header, number + 1, all);
        if (hashOf(all) != header.hash)
            return ready<Secret>(fail(ErrorCode::NotFound, u"the entry is damaged"_s));
        return ready<Secret>(Secret(std::move(all)));
    });
}

Async<> ChunkedSecretStore::write(const QString &key, const Secret &secret)
{
    const QByteArray &bytes = secret.reveal();
    std::vector<Secret> parts;
    if (bytes.size() > m_largest || bytes.startsWith(magic)) {
        for (qsizetype at = 0; at < bytes.size(); at += m_largest)
            parts.emplace_back(bytes.sliced(at, std::min(m_largest, bytes.size() - at)));
    }
    if (parts.size() > mostParts)
        return ready<void>(fail(ErrorCode::LimitReached, u"too large for the keychain"_s));
    return andThen(readHeader(key), this, [=, this](const Header &old) -> Async<> {
        const char set = otherSet(old.set);
        const Secret entry = parts.empty()
            ? secret
            : Secret(magic.toByteArray() + set + ' ' + QByteArray::number(parts.size()) + ' ' + hashOf(bytes));
        return andThen(writeParts(key, set, parts, 0), this, [=, this] {
            return andThen(m_store.write(key, entry), this, [=, this] {
                if (parts.empty())
                    m_plain.insert(key);
                else
                    m_plain.remove(key);
                return clean(key, old, set, static_cast<int>(parts.size()));
            });
        });
    });
}

// The new secret counts already: what is left of an older one, or of a write that was cut, is no reason to say
// otherwise.
Async<> ChunkedSecretStore::clean(const QString &key, const Header &old, char set, int count)
{
    const Answer<> answer;
    if (old.count == 0 && count == 0) {
        answer.give({});
        return answer.future();
    }
    whenDone(removeParts(key, otherSet(set), 0), this, [=, this](const Result<> &) {
        whenDone(removeParts(key, set, count), this, [answer](const Result<> &) { answer.give({}); });
    });
    return answer.future();
}

Async<> ChunkedSecretStore::writeParts(const QString &key, char set, const std::vector<Secret> &parts,
                                       std::size_t number)
{
    if (number >= parts.size())
        return ready<void>({});
    return andThen(m_store.write(partKey(key, set, static_cast<int>(number)), parts[number]), this,
                   [=, this] { return writeParts(key, set, parts, number + 1); });
}

// Those that are there, whatever a header says: one that was being written may have left more.
Async<> ChunkedSecretStore::removeParts(const QString &key, char set, int from)
{
    const Answer<> answer;
    const QString part = partKey(key, set, from);
    whenDone(m_store.read(part), this, [=, this](const Result<Secret> &there) {
        if (!there || from >= mostParts)
            return answer.give(!there && there.error().code != ErrorCode::NotFound
                                   ? Result<>(tl::make_unexpected(there.error()))
                                   : Result<>());
        whenDone(andThen(m_store.remove(part), this, [=, this] { return removeParts(key, set, from + 1); }), this,
                 [answer](const Result<> &rest) { answer.give(rest); });
    });
    return answer.future();
}

// The header goes first: from then on there is no secret, whatever happens to its parts.
Async<> ChunkedSecretStore::remove(const QString &key)
{
    return andThen(m_store.remove(key), this, [this, key] {
        return andThen(removeParts(key, 'a', 0), this, [this, key] { return removeParts(key, 'b', 0); });
    });
}

} // namespace core
