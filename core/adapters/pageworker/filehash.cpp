// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/filehash.h"

#include <QString>

#include <cerrno>
#include <cstring>
#include <memory>
#include <openssl/evp.h>
#include <unistd.h>
#include <vector>

namespace core {
namespace {

constexpr size_t chunkSize = 1 << 20;

} // namespace

Result<QByteArray> sha256Of(int file, const std::stop_token &stop)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return fail(ErrorCode::Internal, QStringLiteral("no SHA-256"));
    std::vector<char> chunk(chunkSize);
    for (off_t at = 0;;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const ssize_t got = ::pread(file, chunk.data(), chunk.size(), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorCode::AccessDenied, QString::fromLocal8Bit(std::strerror(errno)));
        if (got == 0)
            break;
        EVP_DigestUpdate(context.get(), chunk.data(), static_cast<size_t>(got));
        at += got;
    }
    QByteArray digest(EVP_MD_size(EVP_sha256()), Qt::Uninitialized);
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    return digest.toHex();
}

} // namespace core
