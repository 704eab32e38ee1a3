// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/invoice.h"

using namespace Qt::Literals::StringLiterals;

// Companies, people and addresses are invented. The check digits of accounts and tax numbers are right, so that checks
// hold.
namespace samples {
namespace {

std::vector<Item> stationery()
{
    return {
        {u"HF-1004"_s, u"Copier paper A4, 80 g/m², white, 500 sheets"_s, 120, u"H87"_s, 389, 20},
        {u"HF-1011"_s, u"Copier paper A3, 80 g/m², white, 500 sheets"_s, 20, u"H87"_s, 845, 20},
        {u"HF-1120"_s, u"Recycled notepad A5, ruled, 80 leaves"_s, 60, u"H87"_s, 175, 20},
        {u"HF-1207"_s, u"Hardback casebound book A4, 192 pages"_s, 24, u"H87"_s, 640, 20},
        {u"HF-1312"_s, u"Window envelopes DL, self-seal, box of 1,000"_s, 12, u"H87"_s, 2795, 20},
        {u"HF-1318"_s, u"Envelopes C4, board-backed, box of 125"_s, 8, u"H87"_s, 3150, 20},
        {u"HF-2003"_s, u"Ballpoint pen, medium, blue, box of 50"_s, 10, u"H87"_s, 1249, 20},
        {u"HF-2004"_s, u"Ballpoint pen, medium, black, box of 50"_s, 10, u"H87"_s, 1249, 20},
        {u"HF-2041"_s, u"Highlighter, yellow, pack of 10"_s, 15, u"H87"_s, 599, 20},
        {u"HF-2066"_s, u"Whiteboard markers, assorted, pack of 8"_s, 9, u"H87"_s, 925, 20},
        {u"HF-2107"_s, u"Mechanical pencil 0.5 mm"_s, 40, u"H87"_s, 215, 20},
        {u"HF-3001"_s, u"Lever arch file A4, 70 mm, navy"_s, 75, u"H87"_s, 265, 20},
        {u"HF-3009"_s, u"Suspension files, foolscap, box of 50"_s, 6, u"H87"_s, 2480, 20},
        {u"HF-3014"_s, u"Square-cut folders, buff, box of 100"_s, 5, u"H87"_s, 1860, 20},
        {u"HF-3022"_s, u"Dividers A4, A to Z"_s, 30, u"H87"_s, 310, 20},
        {u"HF-3105"_s, u"Archive box with lid, pack of 10"_s, 14, u"H87"_s, 2199, 20},
        {u"HF-4002"_s, u"Stapler, full strip, metal"_s, 12, u"H87"_s, 1475, 20},
        {u"HF-4006"_s, u"Staples 26/6, box of 5,000"_s, 25, u"H87"_s, 189, 20},
        {u"HF-4013"_s, u"Hole punch, two holes, 40 sheets"_s, 6, u"H87"_s, 2340, 20},
        {u"HF-4031"_s, u"Desk tape dispenser with two rolls"_s, 18, u"H87"_s, 735, 20},
        {u"HF-4044"_s, u"Correction roller, 5 mm by 8 m"_s, 36, u"H87"_s, 165, 20},
        {u"HF-5007"_s, u"Address labels 63.5 by 38.1 mm, 100 sheets"_s, 10, u"H87"_s, 2125, 20},
        {u"HF-5012"_s, u"Laminating pouches A4, 125 micron, box of 100"_s, 4, u"H87"_s, 1690, 20},
        {u"HF-5101"_s, u"Sticky notes 76 by 76 mm, pack of 12"_s, 22, u"H87"_s, 545, 20},
        {u"HF-6003"_s, u"Desk organiser, mesh, black"_s, 16, u"H87"_s, 1120, 20},
        {u"HF-6010"_s, u"Letter tray, stackable, smoke"_s, 32, u"H87"_s, 415, 20},
        {u"HF-9000"_s, u"Delivery, next working day"_s, 1, u"H87"_s, 1200, 20},
    };
}

} // namespace

Invoice stationeryInvoice()
{
    Invoice invoice;
    invoice.id = u"invoice"_s;
    invoice.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    invoice.accent = QColor(0x1f, 0x4e, 0x79);
    invoice.seller = {u"Harbour & Finch Stationers Ltd"_s,
                      u"41 Tanner's Quay"_s,
                      u"SE1 4QX"_s,
                      u"London"_s,
                      u"GB"_s,
                      {},
                      u"GB417285938"_s,
                      {},
                      u"accounts@harbourfinch.example"_s,
                      u"+44 20 7946 0417"_s};
    invoice.buyer = {
        u"Acme Insurance plc"_s, u"200 Lombard Exchange"_s, u"M2 5GT"_s, u"Manchester"_s, u"GB"_s, {}, {}, {}, {}, {}};
    invoice.number = u"INV-2024-0417"_s;
    invoice.order = u"PO-88213"_s;
    invoice.customer = u"C-20619"_s;
    invoice.issued = QDate(2024, 5, 7);
    invoice.delivered = QDate(2024, 5, 3);
    invoice.due = QDate(2024, 6, 6);
    invoice.currency = u"GBP"_s;
    invoice.bank = u"Mersey & Thames Bank"_s;
    invoice.iban = u"GB43LOYD30963417224518"_s;
    invoice.bic = u"LOYDGB2LXXX"_s;
    invoice.register_ = u"Registered in England and Wales, company number 07114392"_s;
    invoice.items = stationery();
    return invoice;
}

Invoice officeInvoice()
{
    Invoice invoice;
    invoice.id = u"rechnung-zugferd"_s;
    invoice.locale = QLocale(QLocale::German, QLocale::Germany);
    invoice.accent = QColor(0x2f, 0x6b, 0x4f);
    invoice.seller = {u"Lindenhof Bürotechnik GmbH"_s,
                      u"Gerberstraße 18"_s,
                      u"50676"_s,
                      u"Köln"_s,
                      u"DE"_s,
                      {},
                      u"DE812940570"_s,
                      u"214/5830/1172"_s,
                      u"rechnung@lindenhof.example"_s,
                      u"+49 221 55501 17"_s};
    invoice.buyer = {u"Globex Spedition AG"_s,
                     u"Hafenallee 7"_s,
                     u"20457"_s,
                     u"Hamburg"_s,
                     u"DE"_s,
                     {},
                     u"DE264173080"_s,
                     {},
                     {},
                     {}};
    invoice.number = u"RE-2024-1093"_s;
    invoice.order = u"B-4471"_s;
    invoice.customer = u"10482"_s;
    invoice.issued = QDate(2024, 9, 16);
    invoice.delivered = QDate(2024, 9, 12);
    invoice.due = QDate(2024, 10, 16);
    invoice.currency = u"EUR"_s;
    invoice.bank = u"Sparkasse am Rhein"_s;
    invoice.iban = u"DE15370501980001802114"_s;
    invoice.bic = u"COLSDE33XXX"_s;
    invoice.register_ = u"Amtsgericht Köln, HRB 61724 · Geschäftsführerin: Dr. Maren Ohlhoff"_s;
    invoice.items = {
        {u"4410"_s, u"Höhenverstellbarer Schreibtisch 160 × 80 cm, Eiche"_s, 4, u"H87"_s, 64900, 19},
        {u"4425"_s, u"Bürodrehstuhl „Rhena“, Netzrücken, schwarz"_s, 4, u"H87"_s, 31850, 19},
        {u"7102"_s, u"Monitorarm, zwei Bildschirme, Klemme"_s, 4, u"H87"_s, 11990, 19},
        {u"7230"_s, u"Schreibtischleuchte LED, dimmbar"_s, 6, u"H87"_s, 5495, 19},
        {u"9051"_s, u"Fachbuch „Ergonomie am Arbeitsplatz“"_s, 4, u"H87"_s, 3490, 7},
        {u"9900"_s, u"Lieferung und Montage, Arbeitsstunde"_s, 5, u"HUR"_s, 5800, 19},
    };
    return invoice;
}

Invoice plumbingInvoice()
{
    Invoice invoice;
    invoice.id = u"scan"_s;
    invoice.locale = QLocale(QLocale::English, QLocale::Ireland);
    invoice.accent = QColor(0x33, 0x33, 0x33);
    invoice.seller = {
        u"Northgate Plumbing & Heating"_s, u"9 Millrace Lane"_s, u"T12 W8KX"_s, u"Cork"_s, u"IE"_s, {}, {}, {},
        u"office@northgate.example"_s,     u"+353 21 555 0139"_s};
    invoice.buyer = {u"Acme Insurance plc"_s,
                     u"Property Claims, PO Box 314"_s,
                     u"D02 R299"_s,
                     u"Dublin"_s,
                     u"IE"_s,
                     {},
                     {},
                     {},
                     {},
                     {}};
    invoice.number = u"24-0862"_s;
    invoice.order = u"CLM-553071"_s;
    invoice.customer = u"ACME-IE"_s;
    invoice.issued = QDate(2024, 11, 19);
    invoice.delivered = QDate(2024, 11, 14);
    invoice.due = QDate(2024, 12, 3);
    invoice.currency = u"EUR"_s;
    invoice.bank = u"Bank of the Lee"_s;
    invoice.iban = u"IE06BOFI90001742815306"_s;
    invoice.bic = u"BOFIIE2DXXX"_s;
    invoice.items = {
        {u"L1"_s, u"Emergency call-out, burst pipe, first hour"_s, 1, u"HUR"_s, 18500, 23},
        {u"L2"_s, u"Labour, following hours"_s, 3, u"HUR"_s, 9250, 23},
        {u"M1"_s, u"Copper pipe 22 mm, per metre"_s, 6, u"MTR"_s, 1480, 23},
        {u"M2"_s, u"Compression fittings 22 mm"_s, 8, u"H87"_s, 695, 23},
        {u"M3"_s, u"Isolation valve, full bore"_s, 2, u"H87"_s, 2240, 23},
        {u"M4"_s, u"Drying equipment, hire per day"_s, 4, u"DAY"_s, 4500, 23},
    };
    return invoice;
}

} // namespace samples
