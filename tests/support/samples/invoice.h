// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QDate>
#include <QJsonObject>
#include <QLocale>
#include <QString>

#include <map>
#include <vector>

namespace samples {

struct Party {
    QString name;
    QString street;
    QString postcode;
    QString city;
    QString country; // ISO 3166
    QString countryName; // as printed, empty: not printed
    QString vatId;
    QString taxNumber;
    QString email;
    QString phone;
};

struct Item {
    QString article;
    QString name;
    int quantity = 1;
    QString unit; // UN/ECE Recommendation 20
    qint64 unitPrice = 0; // cents
    int taxPercent = 0;

    [[nodiscard]] qint64 total() const { return quantity * unitPrice; }
};

struct Invoice {
    QString id; // name of the file
    QLocale locale;
    QColor accent;
    Party seller;
    Party buyer;
    QString number;
    QString order;
    QString customer;
    QDate issued;
    QDate delivered;
    QDate due;
    QString currency;
    QString bank;
    QString iban;
    QString bic;
    QString register_; // small print of the company
    std::vector<Item> items;

    [[nodiscard]] qint64 net() const;
    [[nodiscard]] std::map<int, qint64> netByRate() const;
    [[nodiscard]] static qint64 tax(qint64 net, int percent); // rounded half up
    [[nodiscard]] qint64 tax() const;
    [[nodiscard]] qint64 gross() const { return net() + tax(); }
    [[nodiscard]] QString amount(qint64 cents) const; // as printed
    [[nodiscard]] QJsonObject truth() const; // by the field names of the shipped invoice schema
};

[[nodiscard]] QString plain(qint64 cents); // 1234.50

[[nodiscard]] Invoice stationeryInvoice(); // English, two pages
[[nodiscard]] Invoice officeInvoice(); // German, two rates of tax
[[nodiscard]] Invoice plumbingInvoice(); // English, short, for the scan

} // namespace samples
