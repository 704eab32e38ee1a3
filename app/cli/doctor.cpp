// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor.h"

#include "app/cli/output.h"
#include "app/common/connections.h"
#include "app/common/identity.h"
#include "app/common/schemas.h"
#include "core/adapters/pageworker/workerlocator.h"
#include "core/base/paths.h"
#include "core/net/authorities.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkProxyFactory>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

// Two inches square: the lower half red, a word in a font that is not in the file in the upper half.
QByteArray testPage()
{
    const QByteArray drawing = "1 0 0 rg 0 0 144 72 re f 0 g BT /F1 24 Tf 20 100 Td (Lectern) Tj ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 144]/Contents 4 0 R"
           "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
           "4 0 obj<</Length "
        + QByteArray::number(drawing.size()) + ">>stream\n" + drawing
        + "\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF\n";
}

int darkPixels(const QImage &image, const QRect &area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
    }
    return count;
}

bool canWriteBelow(QString folder)
{
    while (!QFileInfo::exists(folder) && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    return QFileInfo(folder).isDir() && QFileInfo(folder).isWritable();
}

// Where Debian and others put Tesseract's languages.
QStringList ocrLanguages()
{
    QStringList folders{qEnvironmentVariable("TESSDATA_PREFIX")};
    for (const QString &version : QDir(u"/usr/share/tesseract-ocr"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders += u"/usr/share/tesseract-ocr/%1/tessdata"_s.arg(version);
    folders += u"/usr/share/tessdata"_s;
    QStringList languages;
    for (const QString &folder : folders) {
        if (folder.isEmpty())
            continue;
        for (const QString &file : QDir(folder).entryList({u"*.traineddata"_s}, QDir::Files, QDir::Name))
            languages += file.chopped(12);
    }
    languages.removeAll(u"osd"_s);
    languages.removeDuplicates();
    return languages;
}

// What profiles and connections name.
QList<core::CertificateFiles> namedCertificates()
{
    QList<core::CertificateFiles> named;
    for (const core::ProviderProfile &profile : installedProfiles())
        named += profile.certificate;
    for (const core::Connection &connection : loadConnections())
        named += connection.certificate;
    named.removeIf([](const core::CertificateFiles &files) { return files.isEmpty(); });
    return named;
}

// Of authorities that count besides the system's, as profiles and connections name them.
QStringList namedAuthorities()
{
    QStringList named;
    for (const core::ProviderProfile &profile : installedProfiles())
        named += profile.extraCa;
    for (const core::Connection &connection : loadConnections())
        named += connection.extraCa;
    named.removeAll(QString());
    named.removeDuplicates();
    return named;
}

} // namespace

Doctor::Doctor()
    : m_patient(m_keychain)
{
    m_patient.setPatience(std::chrono::seconds(1), std::chrono::seconds(5));
}

void Doctor::add(const QString &name, bool works, const QString &detail)
{
    m_findings.push_back({name, works, detail});
}

void Doctor::examine(std::function<void(std::vector<Finding>)> done)
{
    m_done = std::move(done);
    examineFolders();
    examineFiles();
    examineNetwork();
    examineOcr();
    examineWorker(); // the keychain follows, then the end
}

void Doctor::examineFolders()
{
    for (const QString &folder :
         {core::paths::config(), core::paths::data(), core::paths::cache(), core::paths::state()})
        add(u"folder"_s, canWriteBelow(folder), folder);
}

void Doctor::examineFiles()
{
    QStringList problems;
    const auto schemas = loadSchemas(&problems);
    add(u"schemas"_s, problems.isEmpty() && !schemas.empty(),
        problems.isEmpty() ? QString::number(schemas.size()) : problems.join(u'\n'));
    problems.clear();
    const auto connections = loadConnections(&problems);
    add(u"connections"_s, problems.isEmpty(),
        problems.isEmpty() ? QString::number(connections.size()) : problems.join(u'\n'));
}

void Doctor::examineNetwork()
{
    QStringList proxies;
    const QNetworkProxyQuery query(QUrl(u"https://example.com"_s));
    for (const QNetworkProxy &proxy : QNetworkProxyFactory::systemProxyForQuery(query)) {
        proxies +=
            proxy.type() == QNetworkProxy::NoProxy ? tr("none") : u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
    }
    add(u"proxies"_s, true, proxies.join(", "_L1));
    const auto authorities = QSslConfiguration::systemCaCertificates().size();
    add(u"certificates"_s, QSslSocket::supportsSsl() && authorities > 0,
        tr("%1 authorities, %2").arg(authorities).arg(QSslSocket::sslLibraryVersionString()));
    for (const QString &file : namedAuthorities()) {
        const auto read = core::readAuthorities(file);
        add(u"extra_authorities"_s, read.has_value(), read ? file : sentence(read.error()));
    }
}

void Doctor::examineOcr()
{
    const QStringList languages = ocrLanguages();
    add(u"ocr_languages"_s, !languages.isEmpty(), languages.join(", "_L1));
}

void Doctor::examineWorker()
{
    const QString file = m_folder.filePath(u"test.pdf"_s);
    QFile page(file);
    if (!page.open(QIODevice::WriteOnly) || page.write(testPage()) < 0)
        return takePicture(core::fail(core::ErrorCode::Storage, page.errorString()));
    page.close();
    const auto opened = m_pages.open(file, {}, {});
    const auto drawn = core::andThen(opened, this, [this](const core::OpenedDocument &document) {
        core::RenderRequest request;
        request.document = document.handle;
        request.dpi = 72;
        return m_pages.render(request, {});
    });
    core::whenDone(drawn, this, [this](const core::Result<QImage> &picture) { takePicture(picture); });
}

void Doctor::takePicture(const core::Result<QImage> &picture)
{
    const QString program = core::locatePageWorker();
    if (!picture) {
        add(u"page_worker"_s, false,
            program.isEmpty() ? tr("lectern-page-worker is not installed")
                              : program + ": "_L1 + picture.error().detail);
    } else {
        const QRgb below = picture->pixel(picture->width() / 2, picture->height() * 3 / 4);
        add(u"page_worker"_s, qRed(below) > 200 && qGreen(below) < 60, program);
        const int ink = darkPixels(*picture, {0, 0, picture->width(), picture->height() / 2 - 2});
        add(u"fonts"_s, ink > 40,
            ink > 40 ? tr("text is drawn with a font of this computer where a file brings none")
                     : tr("no font to draw Helvetica with"));
    }
    examineCertificates(namedCertificates());
}

// Opened as they would be for a server.
void Doctor::examineCertificates(QList<core::CertificateFiles> left)
{
    if (left.isEmpty())
        return examineKeychain();
    const core::CertificateFiles files = left.takeFirst();
    core::whenDone(
        m_ownCertificates.open(files), this,
        [this, files, left](const core::Result<core::ClientCertificate> &certificate) {
            add(u"client_certificates"_s, certificate.has_value(),
                certificate ? tr("%1, good until %2").arg(files.certificate, certificate->until.toString(Qt::ISODate))
                            : sentence(certificate.error()));
            examineCertificates(left);
        });
}

// By what a sign-in does with it: a locked keychain, or one without a collection, answers questions as well.
void Doctor::examineKeychain()
{
    static const QString entry = u"doctor"_s;
    static const core::Secret probe("Lectern was here");
    const auto kept = core::andThen(m_patient.write(entry, probe), this, [this] { return m_patient.read(entry); });
    core::whenDone(kept, this, [this](const core::Result<core::Secret> &given) {
        if (!given)
            return takeKeychain(tl::make_unexpected(given.error()));
        core::whenDone(m_patient.remove(entry), this, [this, given](const core::Result<> &removed) {
            takeKeychain(removed.and_then([&]() -> core::Result<> {
                if (*given == probe)
                    return {};
                return core::fail(core::ErrorCode::KeychainUnavailable, tr("it gave back something else"));
            }));
        });
    });
}

void Doctor::takeKeychain(const core::Result<> &tried)
{
    add(u"keychain"_s, tried.has_value(),
        tried ? tr("took a secret, gave it back and removed it, just now; whether it keeps one over a restart can't be "
                   "seen from here")
              : tr("keeps nothing: %1").arg(tried.error().detail));
    m_done(m_findings);
}

} // namespace app
