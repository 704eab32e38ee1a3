// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

struct BenchDocument {
    QString name;
    QString file;
    double dpi;
    int first; // page
    int pages; // how many from there
    int allPages; // of the document
};

// The documents that are measured. Taken from `folder` where they are there; else plain text and scans are made into
// it, and manuals are taken from where their Debian packages (r-doc-pdf, gnuplot-doc) put them. A document that can't
// be had is left out, and said so on the standard error.
[[nodiscard]] std::vector<BenchDocument> benchDocuments(const QString &folder);

// The plain text on tinted paper: on a screen it can be told from a page that is not there yet.
[[nodiscard]] QString tintedText(const QString &folder);
