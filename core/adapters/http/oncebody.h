// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace core {

// A request's body that can be read once and not rewound. Where a connection breaks before the answer, Qt sends a
// request again by itself, POST or not (RFC 9110, 9.2.2 asks not to); it does not when the body can't be had again.
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    OnceBody(QByteArray bytes, QObject *parent);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return m_read == 0; }
    bool seek(qint64 position) override { return position == 0 && m_read == 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace core
