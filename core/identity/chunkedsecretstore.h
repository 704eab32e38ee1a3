// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/secretstore.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace core {

// A keychain whose entries may be no larger than so much (2,560 bytes on Windows, where a text takes two bytes a
// character): a larger secret lies in several entries and comes back whole or not at all.
//
// The entry of the key itself then is a header "lectern.chunks/1 SET COUNT SHA256"; the parts are "KEY#SET#N" with SET
// a or b. Writing puts the parts into the set that is not in use, then the header, which is the moment it counts; then
// the old parts go. A program that dies in between leaves the old secret as it was.
class ChunkedSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    // largest: bytes of one entry.
    ChunkedSecretStore(SecretStore &store, qsizetype largest, QObject *parent = nullptr);

    // NotFound also where a part is missing or another one's: there is nothing to go on with.
    [[nodiscard]] Async<Secret> read(const QString &key) override;
    [[nodiscard]] Async<> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Async<> remove(const QString &key) override;

    // What an entry of this operating system's keychain may hold.
    [[nodiscard]] static qsizetype platformLimit();

private:
    struct Header {
        char set = 'a';
        int count = 0; // 0: the entry is the secret itself
        QByteArray hash;
    };
    [[nodiscard]] static Header headerOf(const Secret &entry);
    [[nodiscard]] static QString partKey(const QString &key, char set, int number);
    [[nodiscard]] Async<Secret> readParts(const QString &key, const Header &header, int number,
                                          const QByteArray &before);
    [[nodiscard]] Async<> writeParts(const QString &key, char set, const std::vector<Secret> &parts,
                                     std::size_t number);
    [[nodiscard]] Async<> clean(const QString &key, const Header &old, char set, int count);
    [[nodiscard]] Async<> removeParts(const QString &key, char set, int from);
    [[nodiscard]] Async<Header> readHeader(const QString &key);

    SecretStore &m_store;
    qsizetype m_largest;
    QSet<QString> m_plain; // keys whose entry was seen to be the secret itself: no header to look for before a write
};

} // namespace core
