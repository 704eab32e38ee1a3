// SPDX-License-Identifier: GPL-3.0-or-later
// A page worker that a hostile document has taken over: it answers its program with anything but the truth.
// LECTERN_LIES: which lies, a number.
#include "core/adapters/pageworker/descriptor.h"
#include "core/adapters/pageworker/factsprotocol.h"
#include "core/adapters/pageworker/protocol.h"

#include <QtGlobal>

#include <array>
#include <limits>
#include <random>
#include <unistd.h>

using core::Frame;
using core::MessageType;

namespace {

constexpr int programSocket = 3;

class Liar
{
public:
    explicit Liar(unsigned seed)
        : m_random(seed)
    {
    }

    // What is sent for a question; nothing: no answer at all.
    QByteArray lieAbout(const Frame &question)
    {
        switch (below(9)) {
        case 0:
            return core::encodeFrame({anyType(), question.request, noise()});
        case 1:
            return core::encodeFrame({rightType(question.type), question.request + 1 + below(3), plausible(question)});
        case 2:
            return core::encodeFrame({rightType(question.type), question.request, plausible(question)}).chopped(1);
        case 3:
            return noise();
        case 4:
            return {};
        case 5:
            ::_exit(static_cast<int>(below(80)));
        case 6: // says it twice
            return core::encodeFrame({rightType(question.type), question.request, plausible(question)}).repeated(2);
        default:
            return core::encodeFrame({rightType(question.type), question.request, plausible(question)});
        }
    }

private:
    quint32 below(quint32 bound) { return static_cast<quint32>(m_random()) % bound; }

    QByteArray noise()
    {
        QByteArray bytes(below(200), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(below(256));
        return bytes;
    }

    MessageType anyType() { return static_cast<MessageType>(1 + below(static_cast<quint32>(core::lastMessageType))); }

    static MessageType rightType(MessageType question)
    {
        return static_cast<MessageType>(static_cast<quint16>(question) + 1); // an answer follows its question
    }

    double number()
    {
        static constexpr std::array odd{0.0, 1.0, -1.0, 612.0, 1e-300, 1e300, 1e9, std::numeric_limits<double>::max()};
        return odd.at(below(odd.size()));
    }

    // Of the right form, with wild numbers in it.
    QByteArray plausible(const Frame &question)
    {
        if (question.type == MessageType::Open) {
            core::OpenAnswer answer{QString(static_cast<qsizetype>(below(3)), u'\x202e'), {}};
            for (quint32 page = below(4); page < 4; ++page)
                answer.pageSizes.emplace_back(number(), number());
            return core::pack(answer);
        }
        if (question.type == MessageType::ReadText || question.type == MessageType::ReadScan) {
            core::TextAnswer answer;
            answer.text.page = static_cast<int>(m_random());
            answer.text.size = {number(), number()};
            answer.text.words.push_back({QStringLiteral("lie"), QRectF(number(), number(), number(), number())});
            answer.needsScan = below(2) == 0;
            return core::pack(answer);
        }
        if (question.type == MessageType::ReadOutline)
            return core::pack(std::vector<core::OutlineEntry>{
                {QStringLiteral("lie"), static_cast<int>(m_random()), static_cast<int>(m_random())}});
        if (question.type == MessageType::ReadLinks)
            return core::pack(std::vector<core::PageLink>{{QRectF(number(), number(), number(), number()),
                                                           core::PageLink::Kind::Place,
                                                           {static_cast<int>(m_random()), number()},
                                                           QStringLiteral("file:///etc/passwd"),
                                                           core::PageLink::Refusal::Unknown}});
        return below(2) == 0 ? QByteArray() : noise();
    }

    std::mt19937 m_random;
};

} // namespace

int main()
{
    Liar liar(static_cast<unsigned>(qEnvironmentVariableIntValue("LECTERN_LIES")) * 1000
              + static_cast<unsigned>(::getpid()) % 7);
    core::FrameReader reader(1 << 20);
    std::vector<core::Descriptor> descriptors;
    std::array<char, 4096> buffer{};
    while (true) {
        const auto got = core::receiveSome(programSocket, buffer.data(), buffer.size(), descriptors);
        if (got <= 0)
            return 0;
        descriptors.clear();
        reader.feed(QByteArrayView(buffer.data(), got));
        while (const auto frame = reader.next()) {
            if (frame->type == MessageType::Setup || frame->type == MessageType::Close)
                continue;
            if (!core::sendAll(programSocket, liar.lieAbout(*frame)))
                return 0;
        }
    }
}
