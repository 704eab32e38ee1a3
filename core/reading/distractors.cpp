// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/distractors.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

const QStringList &distractorLabels()
{
    static const QStringList labels =
        QString::fromUtf8(
            // other numbers
            "Customer number|Customer ID|Customer no|Account number|Account no|Delivery note|Project number|Contract "
            "no|"
            "Kundennummer|Kunden-Nr|Kundennr|Ihre Kundennummer|Ihre Nummer|Unsere "
            "Nummer|Lieferschein|Lieferscheinnummer|Lieferschein Nr|Lieferantennummer|"
            "Globale "
            "Nummer|Handelsregisternummer|Art-Nr|Artikelnummer|Artikel-Nr|Vertragsnummer|Projektnummer|Mandatsreferenz|"
            "Numéro client|N° client|Code client|Bon de livraison|Klantnummer|Debiteurnummer|Serienummer|Número de "
            "cliente|"
            "Codice cliente|GLN|Unsere GLN|Ihre GLN|Registration no|Company Reg No|Co Reg No|GST Reg No|Table no|Pos "
            "no|Till no|"
            "Telefon|Telefax|Tel|Fax|Phone|Email|E-Mail|Web|Internet|Kto-Nr|Kontonr|Kontonummer|BLZ|BIC|SWIFT|Bank|"
            "Gläubiger-ID|"
            "Cashier|Salesperson|Page|Seite|Total items|Total qty|Total quantity|Total discount|Total savings|Item "
            "count|"
            "Total item|Total items sold|No of items|Number of items|Customer reference|Buyer "
            "reference|Käuferreferenz|Leitweg-ID|"
            // other days
            "Delivery date|Order date|Ship date|Service date|Print date|Date printed|Period|Service period|Expiry "
            "date|Date of birth|"
            "Lieferdatum|Leistungsdatum|Liefer- und "
            "Leistungsdatum|Bestelldatum|Auftragsdatum|Leistungszeitraum|Druckdatum|Liefertermin|"
            "Liefer- bzw. Leistungsdatum|Abrechnungszeitraum|Leistungsmonat|Buchungsdatum|Valutadatum|Eingangsdatum|"
            "Date de commande|Date de livraison|Orderdatum|Besteldatum|Leverdatum|Fecha de pedido|Fecha de "
            "entrega|Data ordine|Data consegna|"
            // other amounts
            "Change|Change due|Cash|Cash tendered|Tendered|Rounding|Rounding adjustment|Discount|Service "
            "charge|Previous balance|Paid|"
            "Previous unpaid balance|Payment|Payments|Amount "
            "paid|Shipping|Freight|Rückgeld|Gegeben|Bar|Rundung|Rabatt|Skonto|Anzahlung|"
            "Gesamtbetrag der Zuschläge|Gesamtbetrag der Abschläge|Summe Zuschläge|Summe Abschläge|Erhaltene "
            "Anzahlungen|Versandkosten|"
            "Positionssumme|Summe Positionen|Total before discount|Sub total before discount|Total tax code|"
            "Bruttopreis|Nettopreis|Steuersatz|USt Satz|MwSt-Satz|VAT rate|Tax rate|Taux "
            "TVA|Remise|Acompte|Korting|Descuento|Sconto|"
            // the other party's
            "N° TVA client|TVA client|Your VAT no|Customer VAT no|Customer VAT|Buyer VAT ID|Uw BTW nummer|BTW-nummer "
            "klant|Ihre USt-IdNr|Ihre UStID|"
            "USt-IdNr des Kunden|Ihre Umsatzsteuer-ID|Käufer-IBAN|Ihre IBAN|Customer tax ID|Client VAT|Ihre "
            "USt-Id-Nr|USt-IdNr Kunde|"
            // other parties
            "Ship to|Deliver to|Delivery address|Shipping address|Service address|Remit "
            "to|Lieferanschrift|Lieferadresse|Abweichender Warenempfänger|"
            "Abweichender Rechnungsempfänger|Adresse de livraison|Afleveradres|Verzendadres|Dirección de "
            "envío|Indirizzo di consegna|Luogo di destinazione|"
            "Bill of lading|Payment terms|Zahlungsbedingungen|Conditions de paiement|Betalingsvoorwaarden")
            .split(u'|');
    return labels;
}

} // namespace core
