// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/oncebody.h"

#include <algorithm>

namespace core {

OnceBody::OnceBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(ReadOnly | Unbuffered);
}

qint64 OnceBody::readData(char *data, qint64 most)
{
    const qint64 count = std::min(most, bytesAvailable());
    std::copy_n(m_bytes.constData() + m_read, count, data);
    m_read += count;
    return count;
}

} // namespace core
