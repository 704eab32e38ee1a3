// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/documenttext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPageSize>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using State = core::SignatureFact::State;

struct DocumentText {
    Q_DECLARE_TR_FUNCTIONS(ui::DocumentText)

public:
    static QString sizes(const std::vector<QSizeF> &points);
    static QStringList forbidden(const core::Permissions &may);
    static QString font(const core::FontEntry &font);
    static QString signer(const core::SignatureFact &signature);
    static QString state(State state);
    static QString signature(const core::SignatureFact &signature);
    static QString signatures(const std::vector<core::SignatureFact> &signatures);
    static QString caveat();
};

QString DocumentText::sizes(const std::vector<QSizeF> &points)
{
    if (points.empty())
        return {};
    const bool differ = std::any_of(points.begin(), points.end(), [&points](const QSizeF &size) {
        return std::abs(size.width() - points.front().width()) > 1
            || std::abs(size.height() - points.front().height()) > 1;
    });
    const QString first = pageSizeText(points.front());
    return differ ? tr("several sizes, the first %1").arg(first) : first;
}

QStringList DocumentText::forbidden(const core::Permissions &may)
{
    QStringList words;
    const auto add = [&words](bool allowed, const QString &what) {
        if (!allowed)
            words += what;
    };
    add(may.print, tr("printing"));
    add(may.printWell || !may.print, tr("printing in full quality"));
    add(may.copy, tr("copying text"));
    add(may.change, tr("changing"));
    add(may.annotate, tr("adding notes"));
    add(may.fillForms, tr("filling in forms"));
    add(may.assemble, tr("adding and removing pages"));
    return words;
}

QString DocumentText::font(const core::FontEntry &font)
{
    const QString name = font.name.isEmpty() ? tr("without a name") : font.name;
    const QString how = !font.isEmbedded ? tr("not embedded") : font.isSubset ? tr("embedded in part") : tr("embedded");
    return tr("%1 (%2, %3)", "a font: name, kind, embedded or not").arg(name, font.type, how);
}

QString DocumentText::signer(const core::SignatureFact &signature)
{
    return signature.signer.isEmpty() ? tr("somebody unnamed") : signature.signer;
}

QString DocumentText::state(State state)
{
    switch (state) {
    case State::Intact:
        return tr("Nothing was changed since.");
    case State::Extended:
        return tr("What was signed is unchanged, but something was added to the file after that.");
    case State::Changed:
        return tr("The document was changed after it was signed.");
    case State::Invalid:
        return tr("The signature was not made with the key of this certificate.");
    case State::Unreadable:
        break;
    }
    return tr("The signature is of a kind, or in a state, that can't be checked here.");
}

QString DocumentText::signature(const core::SignatureFact &signature)
{
    const QLocale locale;
    QStringList lines;
    lines += signature.signedAt.isValid()
        ? tr("Signed by %1 on %2, by the signer's clock.")
              .arg(signer(signature), locale.toString(signature.signedAt.toLocalTime(), QLocale::ShortFormat))
        : tr("Signed by %1.").arg(signer(signature));
    lines += state(signature.state);
    if (!signature.reason.isEmpty())
        lines += tr("Reason: %1").arg(signature.reason);
    if (!signature.location.isEmpty())
        lines += tr("Place: %1").arg(signature.location);
    if (signature.isSelfSigned)
        lines += tr("The signer made the certificate without an authority.");
    else if (!signature.issuer.isEmpty())
        lines += tr("Certificate issued by %1.").arg(signature.issuer);
    if (signature.validUntil.isValid())
        lines += tr("Certificate valid from %1 to %2.")
                     .arg(locale.toString(signature.validFrom.date(), QLocale::ShortFormat),
                          locale.toString(signature.validUntil.date(), QLocale::ShortFormat));
    if (!signature.hash.isEmpty())
        lines += tr("Digest: %1").arg(signature.hash);
    return lines.join(u'\n');
}

// Of several signatures each but the last is added to by the next: the last one speaks for the file.
QString DocumentText::signatures(const std::vector<core::SignatureFact> &signatures)
{
    const auto with = [&signatures](State state) {
        return std::find_if(signatures.begin(), signatures.end(),
                            [state](const core::SignatureFact &each) { return each.state == state; });
    };
    QStringList names;
    for (const core::SignatureFact &each : signatures) {
        if (!names.contains(signer(each)))
            names += signer(each);
    }
    constexpr int mostNames = 3;
    QString who = names.mid(0, mostNames).join(tr(", ", "between names"));
    if (names.size() > mostNames)
        who = tr("%1 and others").arg(who);
    for (const State bad : {State::Changed, State::Invalid, State::Unreadable}) {
        if (const auto found = with(bad); found != signatures.end())
            return tr("Signed by %1. %2").arg(signer(*found), state(bad));
    }
    const State last = with(State::Intact) != signatures.end() ? State::Intact : State::Extended;
    return tr("Signed by %1. %2").arg(who, state(last));
}

QString DocumentText::caveat()
{
    return tr(
        "Names are what the certificates say. Whether an authority that you trust stands behind them, and whether "
        "they were withdrawn, was not checked: Lectern looks nothing up for that.");
}

} // namespace

QString pageSizeText(const QSizeF &points)
{
    constexpr double millimetre = 72 / 25.4;
    const QLocale locale;
    const auto length = [&locale, millimetre](double value) {
        return locale.toString(std::round(value / millimetre), 'f', 0);
    };
    const QString size = QStringLiteral("%1 × %2 mm").arg(length(points.width()), length(points.height()));
    const auto id = QPageSize::id(points, QPageSize::Point, QPageSize::FuzzyOrientationMatch);
    return id == QPageSize::Custom ? size : QStringLiteral("%1 (%2)").arg(size, QPageSize::name(id));
}

QString pageSizesText(const std::vector<QSizeF> &points)
{
    return DocumentText::sizes(points);
}

QStringList forbiddenTexts(const core::Permissions &permissions)
{
    return DocumentText::forbidden(permissions);
}

QString fontText(const core::FontEntry &font)
{
    return DocumentText::font(font);
}

QString signatureText(const core::SignatureFact &signature)
{
    return DocumentText::signature(signature);
}

QString signaturesText(const std::vector<core::SignatureFact> &signatures)
{
    return DocumentText::signatures(signatures);
}

QString signatureCaveat()
{
    return DocumentText::caveat();
}

} // namespace ui
