// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/otherpages.h"

using namespace Qt::Literals::StringLiterals;

namespace samples {
namespace {

const QColor accent(0x1f, 0x4e, 0x79);
const QColor soft(0x5b, 0x64, 0x75);

FormField line(const QString &name, const QString &label, qreal x, qreal y, qreal width, const QString &value)
{
    return {name, label, QRectF(x, y, width, 20), value, false};
}

} // namespace

std::vector<FormField> claimFormFields()
{
    return {
        line(u"policy_number"_s, u"Policy number"_s, 56, 190, 230, u"AC-7740-218365"_s),
        line(u"date_of_loss"_s, u"Date of loss"_s, 309, 190, 230, u"14/11/2024"_s),
        line(u"claimant_name"_s, u"Name of claimant"_s, 56, 242, 483, u"Orla Fitzsimmons"_s),
        line(u"claimant_address"_s, u"Address"_s, 56, 294, 483, u"22 Ferry Steps, Cork, T12 Y5FH"_s),
        line(u"telephone"_s, u"Telephone"_s, 56, 346, 230, u"+353 85 555 0172"_s),
        line(u"email"_s, u"E-mail"_s, 309, 346, 230, u"orla.fitzsimmons@example.org"_s),
        line(u"cause"_s, u"What happened"_s, 56, 430, 483,
             u"Burst pipe in the kitchen ceiling, water damage to two rooms"_s),
        line(u"amount_claimed"_s, u"Amount claimed (EUR)"_s, 56, 482, 230, u"4,860.00"_s),
        line(u"iban"_s, u"IBAN for payment"_s, 309, 482, 230, u"IE06 BOFI 9000 1742 8153 06"_s),
        {u"repair_done"_s, u"Emergency repair already done"_s, QRectF(56, 532, 12, 12), u"yes"_s, true},
        {u"third_party"_s, u"A third party is involved"_s, QRectF(309, 532, 12, 12), {}, true},
        line(u"signed_on"_s, u"Signed on"_s, 56, 620, 230, u"19/11/2024"_s),
    };
}

void drawClaimForm(Sheet &sheet)
{
    sheet.box({0, 0, 595, 96}, accent);
    sheet.text(56, 50, u"Acme Insurance"_s, {20, true, Qt::white});
    sheet.text(56, 70, u"Property claims"_s, {10.5, false, QColor(0xd5, 0xe2, 0xf0)});
    sheet.textRight(539, 60, u"Claim report"_s, {16, true, Qt::white});
    sheet.text(56, 130, u"Please fill in every field. We answer within two working days."_s, {9.5, false, soft});
    sheet.text(56, 162, u"1  Policy and claimant"_s, {12, true, accent});
    sheet.text(56, 402, u"2  The loss"_s, {12, true, accent});
    sheet.text(56, 592, u"3  Declaration"_s, {12, true, accent});
    for (const FormField &field : claimFormFields()) {
        if (field.check) {
            sheet.box(field.rect, Qt::white, soft);
            sheet.text(field.rect.right() + 8, field.rect.bottom() - 2, field.label, {9.5});
        } else {
            sheet.text(field.rect.left(), field.rect.top() - 4, field.label, {8.5, false, soft});
            sheet.box(field.rect, QColor(0xf5, 0xf8, 0xfc), QColor(0xb4, 0xbc, 0xcb));
        }
    }
    sheet.lines(56, 668,
                {u"I declare that what I have said is true and complete."_s,
                 u"Acme Insurance may pass this report to the loss adjuster it appoints."_s},
                {9});
    sheet.textRight(539, 800, u"Form PC-12, edition 2024"_s, {7.5, false, soft});
}

} // namespace samples
