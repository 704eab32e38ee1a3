<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Window</name>
    <message>
        <source>There is no option %1. `lectern --help` says what there is.</source>
        <translation>Die Option %1 gibt es nicht. `lectern --help` nennt alle.</translation>
    </message>
    <message>
        <source>Lectern is running already and does not answer.</source>
        <translation>Lectern läuft schon und antwortet nicht.</translation>
    </message>
    <message>
        <source>Lectern gets facts out of documents and proves each one against its page.

Usage: lectern [FILE...] [LINK]

  FILE           a PDF, PNG, JPEG or TIFF to open; a running Lectern opens it
  LINK           lectern://document/N or lectern://review, as &quot;Copy link&quot; gives it
  -v, --version  says which version this is
  -h, --help     says this

For scripts there is lectern-cli.</source>
        <translation>Lectern holt Fakten aus Dokumenten und belegt jeden auf seiner Seite.

Aufruf: lectern [DATEI...] [LINK]

  DATEI          PDF, PNG, JPEG oder TIFF; läuft Lectern schon, öffnet es die Datei
  LINK           lectern://document/N oder lectern://review, wie „Link kopieren“ ihn liefert
  -v, --version  nennt die Version
  -h, --help     zeigt diese Hilfe

Für Skripte gibt es lectern-cli.</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message numerus="yes">
        <source>%n file(s) of the configuration could not be used. The log says why.</source>
        <translation>
            <numerusform>%n Datei der Konfiguration war nicht brauchbar. Das Protokoll nennt den Grund.</numerusform>
            <numerusform>%n Dateien der Konfiguration waren nicht brauchbar. Das Protokoll nennt den Grund.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AccountButton</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>%1 (this session only)</source>
        <translation>%1 (nur diese Sitzung)</translation>
    </message>
    <message>
        <source>The keychain of this computer can&apos;t be used. You will have to sign in again at the next start.</source>
        <translation>Der Schlüsselbund dieses Rechners ist nicht nutzbar. Beim nächsten Start müssen Sie sich neu anmelden.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>ui::AccountCard</name>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Everything on this computer works without an account.</source>
        <translation>Auf diesem Computer geht alles auch ohne Konto.</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>No keychain of this computer took the sign-in. You will be asked again when Lectern starts next.</source>
        <translation>Kein Schlüsselbund dieses Computers hat die Anmeldung aufgenommen. Beim nächsten Start werden Sie wieder gefragt.</translation>
    </message>
    <message>
        <source>Use another account…</source>
        <translation>Anderes Konto verwenden…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Work without an account</source>
        <translation>Ohne Konto arbeiten</translation>
    </message>
    <message>
        <source>Access has run out; it is renewed when it is needed</source>
        <translation>Der Zugriff ist abgelaufen; er wird erneuert, sobald er gebraucht wird</translation>
    </message>
    <message>
        <source>Access until %1, renewed by itself</source>
        <translation>Zugriff bis %1, wird von selbst erneuert</translation>
    </message>
    <message>
        <source>The provider gave nothing to stay signed in with. You will be asked again when this sign-in expires.</source>
        <translation>Der Anbieter hat nichts geliefert, womit Sie angemeldet bleiben könnten. Sie werden wieder gefragt, wenn diese Anmeldung abläuft.</translation>
    </message>
</context>
<context>
    <name>ui::AccountRow</name>
    <message>
        <source>Go over to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Sign out %1…</source>
        <translation>%1 abmelden …</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt erst nach</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Keep %1 signed in</source>
        <translation>%1 angemeldet lassen</translation>
    </message>
</context>
<context>
    <name>ui::AddressSheet</name>
    <message>
        <source>Write a mail?</source>
        <translation>Eine Mail schreiben?</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
        <source>The document wants your mail program to write to this address.</source>
        <translation>Das Dokument möchte, dass Ihr Mailprogramm an diese Adresse schreibt.</translation>
    </message>
    <message>
        <source>The document leads to %1, outside of Lectern. Whoever runs it will see that you came.</source>
        <translation>Das Dokument führt zu %1, aus Lectern hinaus. Wer die Adresse betreibt, sieht Ihren Besuch.</translation>
    </message>
    <message>
        <source>Don&apos;t open</source>
        <translation>Nicht öffnen</translation>
    </message>
    <message>
        <source>Open mail program</source>
        <translation>Mailprogramm öffnen</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentPanel</name>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 attachments are listed.</source>
        <translation>Die ersten %L1 von %L2 Anhängen sind aufgeführt.</translation>
    </message>
</context>
<context>
    <name>ui::AttachmentSaving</name>
    <message>
        <source>Save a copy of the attachment</source>
        <translation>Kopie des Anhangs speichern</translation>
    </message>
</context>
<context>
    <name>ui::CertificateText</name>
    <message>
        <source>The client certificate %1 is not there. Nothing was sent. Put the file back, or ask your administrator for it.</source>
        <translation>Das Client-Zertifikat %1 ist nicht da. Es wurde nichts gesendet. Legen Sie die Datei zurück, oder bitten Sie Ihre Administration darum.</translation>
    </message>
    <message>
        <source>Your system doesn&apos;t let you read the client certificate %1. Nothing was sent. Ask your administrator for access to it.</source>
        <translation>Ihr System lässt Sie das Client-Zertifikat %1 nicht lesen. Es wurde nichts gesendet. Bitten Sie Ihre Administration um Zugriff darauf.</translation>
    </message>
    <message>
        <source>There is no certificate in %1. Nothing was sent. PEM and PKCS#12 files can be read; ask your administrator for one.</source>
        <translation>In %1 ist kein Zertifikat. Es wurde nichts gesendet. Lesbar sind PEM- und PKCS#12-Dateien; bitten Sie Ihre Administration um eine.</translation>
    </message>
    <message>
        <source>There is no private key in %1 that can be used. Nothing was sent. RSA and elliptic curve keys in PEM or PKCS#12 files can; ask your administrator for one.</source>
        <translation>In %1 ist kein privater Schlüssel, der sich verwenden lässt. Es wurde nichts gesendet. Verwendbar sind RSA-Schlüssel und solche elliptischer Kurven in PEM- oder PKCS#12-Dateien; bitten Sie Ihre Administration um einen.</translation>
    </message>
    <message>
        <source>The private key in %1 belongs to another certificate. Nothing was sent. Ask your administrator for the two that belong together.</source>
        <translation>Der private Schlüssel in %1 gehört zu einem anderen Zertifikat. Es wurde nichts gesendet. Bitten Sie Ihre Administration um zwei, die zusammengehören.</translation>
    </message>
    <message>
        <source>The key of the client certificate is locked, and the keychain has no passphrase for it. Nothing was sent. Put it there with this command: lectern-cli secret set %1</source>
        <translation>Der Schlüssel des Client-Zertifikats ist verschlossen, und der Schlüsselbund hat keine Passphrase dafür. Es wurde nichts gesendet. Legen Sie sie mit diesem Befehl dort ab: lectern-cli secret set %1</translation>
    </message>
    <message>
        <source>The passphrase in the keychain does not open the key of the client certificate. Nothing was sent. Put the right one there with this command: lectern-cli secret set %1</source>
        <translation>Die Passphrase im Schlüsselbund öffnet den Schlüssel des Client-Zertifikats nicht. Es wurde nichts gesendet. Legen Sie die richtige mit diesem Befehl dort ab: lectern-cli secret set %1</translation>
    </message>
    <message>
        <source>The client certificate %1 is not valid yet. Nothing was sent. Check the date and time of this computer, then try again.</source>
        <translation>Das Client-Zertifikat %1 ist noch nicht gültig. Es wurde nichts gesendet. Prüfen Sie Datum und Uhrzeit dieses Computers, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The client certificate %1 has expired. Nothing was sent. Ask your administrator for a new one and put it in its place.</source>
        <translation>Das Client-Zertifikat %1 ist abgelaufen. Es wurde nichts gesendet. Bitten Sie Ihre Administration um ein neues, und legen Sie es an seine Stelle.</translation>
    </message>
    <message>
        <source>%1 seems to let in only computers that show a certificate, and none is set up for it here. Your work is kept. Ask your administrator for one.</source>
        <translation>%1 lässt anscheinend nur Computer ein, die ein Zertifikat vorzeigen, und hier ist keines dafür eingerichtet. Ihre Arbeit bleibt erhalten. Bitten Sie Ihre Administration um eines.</translation>
    </message>
    <message>
        <source>%1 does not accept the client certificate of this computer. Your work is kept. Ask your administrator for one that it accepts.</source>
        <translation>%1 nimmt das Client-Zertifikat dieses Computers nicht an. Ihre Arbeit bleibt erhalten. Bitten Sie Ihre Administration um eines, das angenommen wird.</translation>
    </message>
</context>
<context>
    <name>ui::CheckList</name>
    <message>
        <source>holds</source>
        <translation>stimmt</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>stimmt nicht</translation>
    </message>
    <message>
        <source>%1 on both sides</source>
        <translation>%1 auf beiden Seiten</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::ConnectSheet</name>
    <message>
        <source>Connect your organization</source>
        <translation>Organisation verbinden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Keeping the profile…</source>
        <translation>Das Profil wird gespeichert …</translation>
    </message>
    <message>
        <source>Save and sign in</source>
        <translation>Speichern und anmelden</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
</context>
<context>
    <name>ui::ConnectStart</name>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Detect from the address</source>
        <translation>Aus der Adresse erkennen</translation>
    </message>
    <message>
        <source>&amp;Address of the sign-in, or your organization&apos;s domain</source>
        <translation>&amp;Adresse der Anmeldung oder Domain Ihrer Organisation</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>An&amp;bieter</translation>
    </message>
    <message>
        <source>Did your administrator give you a file? Open it, or drop it here: a Lectern profile, App ID credentials, VCAP_SERVICES, an IDCS config.json or a discovery document.</source>
        <translation>Haben Sie eine Datei von Ihrer Administration? Öffnen Sie sie oder legen Sie sie hier ab: ein Lectern-Profil, Zugangsdaten von App ID, VCAP_SERVICES, eine config.json von IDCS oder ein Discovery-Dokument.</translation>
    </message>
    <message>
        <source>File of a provider</source>
        <translation>Datei eines Anbieters</translation>
    </message>
    <message>
        <source>Profiles and credentials (%1)</source>
        <translation>Profile und Zugangsdaten (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ui::Desk</name>
    <message>
        <source>No document chosen</source>
        <translation>Kein Dokument gewählt</translation>
    </message>
    <message>
        <source>Its values appear here, each with the place it stands.</source>
        <translation>Hier stehen seine Werte, jeder mit seiner Stelle im Dokument.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>The pages can be read meanwhile.</source>
        <translation>Die Seiten sind inzwischen lesbar.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was read from this document yet.</source>
        <translation>Aus diesem Dokument wurde noch nichts gelesen.</translation>
    </message>
    <message>
        <source>Extract now</source>
        <translation>Jetzt auslesen</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>The document is kept and tried again by itself at %1.</source>
        <translation>Das Dokument bleibt erhalten und wird um %1 von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The document is kept and tried again by itself when its turn comes.</source>
        <translation>Das Dokument bleibt erhalten und wird von selbst erneut versucht, sobald es an der Reihe ist.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Add the secret…</source>
        <translation>Geheimnis hinterlegen …</translation>
    </message>
    <message>
        <source>On its way into the library</source>
        <translation>Unterwegs in die Bibliothek</translation>
    </message>
    <message>
        <source>Shown only, not added</source>
        <translation>Nur gezeigt, nicht aufgenommen</translation>
    </message>
    <message>
        <source>The file is not added to the library, and nothing is read out of it.</source>
        <translation>Die Datei wird nicht in die Bibliothek aufgenommen, und nichts wird aus ihr ausgelesen.</translation>
    </message>
</context>
<context>
    <name>ui::DocumentActions</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel extraction</source>
        <translation>Auslesen abbrechen</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Extract again with</source>
        <translation>Erneut auslesen mit</translation>
    </message>
    <message>
        <source>Extract again as</source>
        <translation>Erneut auslesen als</translation>
    </message>
    <message>
        <source>Copy link to the document</source>
        <translation>Link zum Dokument kopieren</translation>
    </message>
</context>
<context>
    <name>ui::DocumentModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentPane</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>A page can&apos;t be shown. The others are not affected.</source>
        <translation>Eine Seite lässt sich nicht zeigen. Die anderen sind nicht betroffen.</translation>
    </message>
    <message numerus="yes">
        <source>%n pages can&apos;t be shown. The others are not affected.</source>
        <translation>
            <numerusform>%n Seite lässt sich nicht zeigen. Die anderen sind nicht betroffen.</numerusform>
            <numerusform>%n Seiten lassen sich nicht zeigen. Die anderen sind nicht betroffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This file was changed after it was opened.</source>
        <translation>Diese Datei wurde geändert, nachdem sie geöffnet wurde.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>This file is no longer in its place. Its pages stay until you leave them.</source>
        <translation>Diese Datei liegt nicht mehr an ihrem Ort. Ihre Seiten bleiben, bis Sie sie verlassen.</translation>
    </message>
    <message>
        <source>The file can&apos;t be loaded again. You still see it as it was.</source>
        <translation>Die Datei lässt sich nicht neu laden. Sie sehen sie weiterhin, wie sie war.</translation>
    </message>
    <message>
        <source>The attachment is larger than %1, which is the most that is saved. Nothing was saved.</source>
        <translation>Der Anhang ist größer als %1; mehr wird nicht gespeichert. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>No link is in sight.</source>
        <translation>Es ist kein Link zu sehen.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 The certificate was not checked.</source>
        <translation>%1 Das Zertifikat wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Signatures…</source>
        <translation>Signaturen …</translation>
    </message>
    <message>
        <source>This document has no outline</source>
        <translation>Dieses Dokument hat keine Gliederung</translation>
    </message>
    <message>
        <source>No program could be found that opens it.</source>
        <translation>Es wurde kein Programm gefunden, das sie öffnet.</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Seitenvorschau</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>No page of it can be shown. The file was not changed: ask for a new copy of it.</source>
        <translation>Keine Seite davon lässt sich anzeigen. Die Datei wurde nicht verändert: Bitten Sie um ein neues Exemplar.</translation>
    </message>
</context>
<context>
    <name>ui::DocumentText</name>
    <message>
        <source>several sizes, the first %1</source>
        <translation>verschiedene Größen, die erste %1</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>printing in full quality</source>
        <translation>Drucken in voller Qualität</translation>
    </message>
    <message>
        <source>copying text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>adding notes</source>
        <translation>Notizen hinzufügen</translation>
    </message>
    <message>
        <source>filling in forms</source>
        <translation>Formulare ausfüllen</translation>
    </message>
    <message>
        <source>adding and removing pages</source>
        <translation>Seiten hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>not embedded</source>
        <translation>nicht eingebettet</translation>
    </message>
    <message>
        <source>embedded in part</source>
        <translation>teilweise eingebettet</translation>
    </message>
    <message>
        <source>embedded</source>
        <translation>eingebettet</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>a font: name, kind, embedded or not</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>jemandem ohne Namen</translation>
    </message>
    <message>
        <source>Nothing was changed since.</source>
        <translation>Seitdem wurde nichts geändert.</translation>
    </message>
    <message>
        <source>What was signed is unchanged, but something was added to the file after that.</source>
        <translation>Das Signierte ist unverändert, aber der Datei wurde danach etwas hinzugefügt.</translation>
    </message>
    <message>
        <source>The document was changed after it was signed.</source>
        <translation>Das Dokument wurde nach dem Signieren geändert.</translation>
    </message>
    <message>
        <source>The signature was not made with the key of this certificate.</source>
        <translation>Die Signatur wurde nicht mit dem Schlüssel dieses Zertifikats erstellt.</translation>
    </message>
    <message>
        <source>The signature is of a kind, or in a state, that can&apos;t be checked here.</source>
        <translation>Die Signatur ist von einer Art oder in einem Zustand, die sich hier nicht prüfen lassen.</translation>
    </message>
    <message>
        <source>Signed by %1 on %2, by the signer&apos;s clock.</source>
        <translation>Signiert von %1 am %2, nach dessen eigener Uhr.</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Signiert von %1.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Ort: %1</translation>
    </message>
    <message>
        <source>The signer made the certificate without an authority.</source>
        <translation>Das Zertifikat ist selbst ausgestellt, ohne Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>Certificate issued by %1.</source>
        <translation>Zertifikat ausgestellt von %1.</translation>
    </message>
    <message>
        <source>Certificate valid from %1 to %2.</source>
        <translation>Zertifikat gültig vom %1 bis %2.</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>Prüfsumme: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und anderen</translation>
    </message>
    <message>
        <source>Signed by %1. %2</source>
        <translation>Signiert von %1. %2</translation>
    </message>
    <message>
        <source>Names are what the certificates say. Whether an authority that you trust stands behind them, and whether they were withdrawn, was not checked: Lectern looks nothing up for that.</source>
        <translation>Die Namen sind die Angaben der Zertifikate. Ob eine Stelle, der Sie vertrauen, hinter ihnen steht und ob sie widerrufen wurden, wurde nicht geprüft: Lectern fragt dafür nirgends nach.</translation>
    </message>
</context>
<context>
    <name>ui::EditText</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1: not in the document</source>
        <translation>%1: nicht im Dokument</translation>
    </message>
    <message>
        <source>Document approved</source>
        <translation>Dokument freigegeben</translation>
    </message>
    <message>
        <source>Document opened again</source>
        <translation>Dokument wieder geöffnet</translation>
    </message>
    <message>
        <source>Row added to %1</source>
        <translation>Zeile eingefügt: %1</translation>
    </message>
    <message>
        <source>Row deleted from %1</source>
        <translation>Zeile gelöscht: %1</translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation>%1 zurückgesetzt</translation>
    </message>
    <message>
        <source>An edit that can&apos;t be read</source>
        <translation>Eine Änderung, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Technical details: %1</source>
        <translation>Technische Details: %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>Something went wrong inside Lectern. Your corrections are kept. Try again; the log has the details.</source>
        <translation>In Lectern ist etwas schiefgegangen. Ihre Korrekturen sind erhalten. Versuchen Sie es erneut; das Protokoll hat die Einzelheiten.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This can&apos;t be used as it is. Nothing was changed; the log says what is wrong with it.</source>
        <translation>Das ist so nicht brauchbar. Nichts wurde geändert; das Protokoll sagt, was daran falsch ist.</translation>
    </message>
    <message>
        <source>The file is no longer there. What was read from it is kept. Put it back, or remove it from the library.</source>
        <translation>Die Datei ist nicht mehr da. Was daraus gelesen wurde, ist erhalten. Legen Sie sie zurück, oder entfernen Sie sie aus der Bibliothek.</translation>
    </message>
    <message>
        <source>Your system doesn&apos;t let you read or write this file. Ask for access to it, then try again.</source>
        <translation>Ihr System lässt Sie diese Datei nicht lesen oder schreiben. Lassen Sie sich Zugriff geben, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This could not be saved; what was saved before is kept. Make room on the disk, then try again.</source>
        <translation>Das ließ sich nicht speichern; was zuvor gespeichert war, ist erhalten. Schaffen Sie Platz, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The document is damaged and can&apos;t be read. The file was not changed. Ask for a new copy of it.</source>
        <translation>Das Dokument ist beschädigt und nicht lesbar. Die Datei wurde nicht verändert. Bitten Sie um eine neue Kopie.</translation>
    </message>
    <message>
        <source>The document is locked. Type its password to open it.</source>
        <translation>Das Dokument ist gesperrt. Geben Sie sein Passwort ein.</translation>
    </message>
    <message>
        <source>This took too long and was stopped. Nothing was lost. Try again.</source>
        <translation>Das dauerte zu lange und wurde angehalten. Nichts ging verloren. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Reading this document failed twice. Your other work is not touched. The file may be damaged.</source>
        <translation>Dieses Dokument zu lesen ist zweimal misslungen. Ihre übrige Arbeit ist nicht betroffen. Die Datei ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Your work is kept. Check the network, then try again.</source>
        <translation>Der Server ist nicht erreichbar. Ihre Arbeit ist erhalten. Prüfen Sie das Netz, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>You are not signed in any more. Your work is kept. Sign in, then try again.</source>
        <translation>Sie sind nicht mehr angemeldet. Ihre Arbeit ist erhalten. Melden Sie sich an, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The sign-in was refused. Nothing was changed. Try again, or ask your administrator for access.</source>
        <translation>Die Anmeldung wurde abgelehnt. Nichts wurde geändert. Versuchen Sie es erneut, oder bitten Sie Ihre Administration um Zugang.</translation>
    </message>
    <message>
        <source>The extraction service refused this document. It is still in your library. Try another engine, or ask your administrator.</source>
        <translation>Der Auslesedienst hat dieses Dokument abgelehnt. Es ist noch in Ihrer Bibliothek. Versuchen Sie einen anderen Dienst, oder fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>The extraction service is busy. The document is kept. Try again in a minute.</source>
        <translation>Der Auslesedienst ist ausgelastet. Das Dokument ist erhalten. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>The extraction service failed. The document is kept. Try again, or use another engine.</source>
        <translation>Der Auslesedienst hat versagt. Das Dokument ist erhalten. Versuchen Sie es erneut, oder nehmen Sie einen anderen Dienst.</translation>
    </message>
    <message>
        <source>The keychain of this computer can&apos;t be used. You stay signed in for this session only.</source>
        <translation>Der Schlüsselbund dieses Computers ist nicht nutzbar. Sie bleiben nur für diese Sitzung angemeldet.</translation>
    </message>
    <message>
        <source>Internal fault</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht brauchbar</translation>
    </message>
    <message>
        <source>File is gone</source>
        <translation>Datei ist weg</translation>
    </message>
    <message>
        <source>No access to the file</source>
        <translation>Kein Zugriff auf die Datei</translation>
    </message>
    <message>
        <source>Could not be saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Not a document</source>
        <translation>Kein Dokument</translation>
    </message>
    <message>
        <source>Damaged document</source>
        <translation>Beschädigtes Dokument</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Passwort nötig</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Dauerte zu lange</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation>Server nicht erreicht</translation>
    </message>
    <message>
        <source>Sign in first</source>
        <translation>Erst anmelden</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Service refused it</source>
        <translation>Vom Dienst abgelehnt</translation>
    </message>
    <message>
        <source>Service is busy</source>
        <translation>Dienst ausgelastet</translation>
    </message>
    <message>
        <source>Service failed</source>
        <translation>Dienst hat versagt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain of this computer holds no secret for this service. Your work is kept. Ask your administrator for it, add it, then try again.</source>
        <translation>Der Schlüsselbund dieses Computers enthält kein Geheimnis für diesen Dienst. Ihre Arbeit bleibt erhalten. Fragen Sie Ihre Administration danach, hinterlegen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No secret for it</source>
        <translation>Geheimnis fehlt</translation>
    </message>
    <message>
        <source>The document has %1 pages; values are read from up to %2. Its pages can be read here. For values, print the pages that matter to a PDF of their own, and add that.</source>
        <translation>Das Dokument hat %1 Seiten; Werte werden aus höchstens %2 gelesen. Seine Seiten können hier gelesen werden. Für Werte drucken Sie die wichtigen Seiten in ein eigenes PDF und fügen dieses hinzu.</translation>
    </message>
    <message>
        <source>You are signed in, but the extraction service refused your account&apos;s sign-in. Your work is kept. Sign in again, then try again; if that does not help, ask your administrator for access.</source>
        <translation>Sie sind angemeldet, aber der Extraktionsdienst hat die Anmeldung Ihres Kontos abgelehnt. Ihre Arbeit bleibt erhalten. Melden Sie sich erneut an und versuchen Sie es noch einmal; hilft das nicht, bitten Sie Ihre Administration um Zugang.</translation>
    </message>
    <message>
        <source>The file is empty: there is nothing in it to read. It may not have been saved or downloaded to its end. Ask for a new copy of it.</source>
        <translation>Die Datei ist leer: Es steht nichts darin. Vielleicht wurde sie nicht bis zum Ende gespeichert oder heruntergeladen. Bitten Sie um eine neue Kopie.</translation>
    </message>
    <message>
        <source>This is a folder, and none of the files in it is a PDF, PNG, JPEG or TIFF. Add the documents themselves.</source>
        <translation>Das ist ein Ordner, und keine Datei darin ist ein PDF, PNG, JPEG oder TIFF. Fügen Sie die Dokumente selbst hinzu.</translation>
    </message>
    <message>
        <source>Too many pages</source>
        <translation>Zu viele Seiten</translation>
    </message>
    <message>
        <source>Account not accepted</source>
        <translation>Konto nicht akzeptiert</translation>
    </message>
    <message>
        <source>Empty file</source>
        <translation>Leere Datei</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Ein Ordner</translation>
    </message>
    <message>
        <source>The extraction service has too much to do and asked to be left alone for a moment.</source>
        <translation>Der Extraktionsdienst ist überlastet und bittet um einen Moment Geduld.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The document is larger than the limits allow. Nothing was changed. Ask for a smaller one.</source>
        <translation>Das Dokument ist größer, als die Grenzen erlauben. Nichts wurde geändert. Bitten Sie um ein kleineres.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a name and a password, and there are none. Your work is kept. Try again to be asked for them.</source>
        <translation>Der Proxy %1 verlangt einen Namen und ein Passwort, und es gibt keine. Ihre Arbeit bleibt erhalten. Versuchen Sie es erneut, um danach gefragt zu werden.</translation>
    </message>
    <message>
        <source>The client certificate can&apos;t be used. Your work is kept. Ask your administrator for another one.</source>
        <translation>Das Client-Zertifikat lässt sich nicht verwenden. Ihre Arbeit bleibt erhalten. Bitten Sie Ihre Administration um ein anderes.</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password. Your work is kept. Ask your administrator for them.</source>
        <translation>Der Proxy verlangt einen Namen und ein Passwort. Ihre Arbeit bleibt erhalten. Bitten Sie Ihre Administration darum.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Proxy-Passwort</translation>
    </message>
    <message>
        <source>You are signed in, but what the provider sends is not valid at this time by the clock of this computer. Your work is kept. Set its date and time right, then try again.</source>
        <translation>Sie sind angemeldet, doch was der Anbieter schickt, ist nach der Uhr dieses Computers jetzt nicht gültig. Ihre Arbeit bleibt erhalten. Stellen Sie Datum und Uhrzeit richtig und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Uhr geht falsch</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted on this computer, so nothing was sent. Check the address and this computer&apos;s date. If your organization has an authority of its own, ask your administrator for its certificate and name it (extra_ca) where the address stands: in the profile or in the connection&apos;s file.</source>
        <translation>Dem Zertifikat von %1 wird auf diesem Rechner nicht vertraut, deshalb wurde nichts gesendet. Prüfen Sie die Adresse und das Datum dieses Rechners. Hat Ihre Organisation eine eigene Zertifizierungsstelle, bitten Sie Ihre Administration um deren Zertifikat und nennen Sie es (extra_ca) dort, wo die Adresse steht: im Profil oder in der Datei der Verbindung.</translation>
    </message>
    <message>
        <source>The file of certificates that the profile or the connection names (extra_ca) can&apos;t be used. Ask your administrator for it. PEM files can be read.</source>
        <translation>Die Zertifikatsdatei, die das Profil oder die Verbindung nennt (extra_ca), ist nicht verwendbar. Bitten Sie Ihre Administration darum. PEM-Dateien können gelesen werden.</translation>
    </message>
    <message>
        <source>What is in this file is not a document that can be read, whatever its name says. PDF, PNG and JPEG files can, and most kinds of TIFF.</source>
        <translation>Der Inhalt dieser Datei ist kein lesbares Dokument, was immer ihr Name sagt. Lesbar sind PDF-, PNG- und JPEG-Dateien und die meisten Arten von TIFF.</translation>
    </message>
</context>
<context>
    <name>ui::ExportSheet</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>JSON, with the proof of every value</source>
        <translation>JSON, mit dem Beleg jedes Werts</translation>
    </message>
    <message>
        <source>CSV, one row a document</source>
        <translation>CSV, eine Zeile je Dokument</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Ordner für den Export</translation>
    </message>
</context>
<context>
    <name>ui::FactList</name>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>ui::FactText</name>
    <message>
        <source>The provider does not say whether it supports PKCE. Lectern sends it anyway; if the provider refuses it, signing in fails.</source>
        <translation>Der Anbieter sagt nicht, ob er PKCE unterstützt. Lectern sendet es trotzdem; lehnt der Anbieter es ab, schlägt die Anmeldung fehl.</translation>
    </message>
    <message>
        <source>Among the provider&apos;s keys is none that Lectern can use. Signing in will fail until there is one.</source>
        <translation>Unter den Schlüsseln des Anbieters ist keiner, den Lectern verwenden kann. Bis es einen gibt, schlägt die Anmeldung fehl.</translation>
    </message>
    <message>
        <source>The provider does not hand out its keys. Signing in will fail until its administrator makes them public.</source>
        <translation>Der Anbieter gibt seine Schlüssel nicht heraus. Bis seine Administration sie öffentlich macht, schlägt die Anmeldung fehl.</translation>
    </message>
    <message>
        <source>The provider names no address for signing out: Lectern forgets you, the provider may not.</source>
        <translation>Der Anbieter nennt keine Adresse zum Abmelden: Lectern vergisst Sie, der Anbieter vielleicht nicht.</translation>
    </message>
    <message>
        <source>The provider does not list the scope offline_access. You may have to sign in again after a while.</source>
        <translation>Der Anbieter führt die Berechtigung offline_access nicht auf. Vielleicht müssen Sie sich nach einiger Zeit neu anmelden.</translation>
    </message>
    <message>
        <source>The provider does not list these scopes: %1.</source>
        <translation>Der Anbieter führt diese Berechtigungen nicht auf: %1.</translation>
    </message>
    <message>
        <source>Parts of the sign-in are on other hosts: %1. Check that they belong to your provider.</source>
        <translation>Teile der Anmeldung liegen auf anderen Hosts: %1. Prüfen Sie, ob sie zu Ihrem Anbieter gehören.</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Aussteller: %1</translation>
    </message>
    <message>
        <source>Sign-in page: %1</source>
        <translation>Anmeldeseite: %1</translation>
    </message>
    <message>
        <source>Tokens: %1</source>
        <translation>Tokens: %1</translation>
    </message>
    <message>
        <source>Every sign-in is protected with PKCE (S256)</source>
        <translation>Jede Anmeldung ist mit PKCE (S256) geschützt</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), signatures: %1</source>
        <translation>
            <numerusform>%n Schlüssel, Signaturen: %1</numerusform>
            <numerusform>%n Schlüssel, Signaturen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer comes as a form, not in an address (form_post)</source>
        <translation>Die Antwort kommt als Formular, nicht in einer Adresse (form_post)</translation>
    </message>
    <message>
        <source>The answer comes in an address (form_post is not offered)</source>
        <translation>Die Antwort kommt in einer Adresse (form_post wird nicht angeboten)</translation>
    </message>
    <message>
        <source>Signing out ends the provider&apos;s session, too</source>
        <translation>Das Abmelden beendet auch die Sitzung beim Anbieter</translation>
    </message>
    <message>
        <source>The answer names its sender (RFC 9207)</source>
        <translation>Die Antwort nennt ihren Absender (RFC 9207)</translation>
    </message>
    <message>
        <source>No address for details of the user: names come from the ID token</source>
        <translation>Keine Adresse für Angaben zur Person: Namen stammen aus dem ID-Token</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret (kept in the keychain)</source>
        <translation>Client-Geheimnis (kommt in den Schlüsselbund)</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Name shown</source>
        <translation>Angezeigter Name</translation>
    </message>
    <message>
        <source>Shown as: %1</source>
        <translation>Angezeigt als: %1</translation>
    </message>
    <message>
        <source>Client ID: %1</source>
        <translation>Client-ID: %1</translation>
    </message>
    <message>
        <source>Lectern proves itself with a secret, which is kept in the keychain</source>
        <translation>Lectern weist sich mit einem Geheimnis aus, das im Schlüsselbund liegt</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>Erbeten wird: %1</translation>
    </message>
    <message>
        <source>The file describes other services as well: %1. This is the first; for another one, open a file with that one alone.</source>
        <translation>Die Datei beschreibt noch andere Dienste: %1. Dies ist der erste; für einen anderen öffnen Sie eine Datei, in der nur er steht.</translation>
    </message>
    <message>
        <source>The provider does not list the way in which this client would prove itself, by its secret or its private key.</source>
        <translation>Der Anbieter führt die Art nicht auf, in der sich dieser Client mit seinem Geheimnis oder privaten Schlüssel ausweisen würde.</translation>
    </message>
</context>
<context>
    <name>ui::FieldDetail</name>
    <message>
        <source>Picture of the place on the page</source>
        <translation>Bild der Stelle auf der Seite</translation>
    </message>
    <message>
        <source>Nothing of this kind was found. Type it, or draw a box around it on the page.</source>
        <translation>Nichts dergleichen wurde gefunden. Tippen Sie es ein, oder ziehen Sie auf der Seite einen Rahmen darum.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Taste %1</translation>
    </message>
    <message>
        <source>Key %1, %2</source>
        <translation>Taste %1, %2</translation>
    </message>
    <message>
        <source>Take %1 instead</source>
        <translation>Stattdessen %1 nehmen</translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n Kandidat</numerusform>
            <numerusform>%n Kandidaten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FilterList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ui::Formats</name>
    <message>
        <source>%1 %</source>
        <comment>certainty</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
</context>
<context>
    <name>ui::HitList</name>
    <message>
        <source>All hits</source>
        <translation>Alle Treffer</translation>
    </message>
</context>
<context>
    <name>ui::HitModel</name>
    <message>
        <source>Page %1: %2</source>
        <comment>a hit and the words around it</comment>
        <translation>Seite %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::LayerPanel</name>
    <message>
        <source>As the document opens</source>
        <translation>Wie beim Öffnen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPane</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <translation>Dokumente hier ablegen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Try the sample document</source>
        <translation>Beispieldokument ausprobieren</translation>
    </message>
    <message>
        <source>PDF, PNG, JPEG, TIFF.
Nothing leaves this computer unless you choose an engine that does.</source>
        <translation>PDF, PNG, JPEG, TIFF.
Nichts verlässt diesen Computer, solange Sie keinen Dienst dafür wählen.</translation>
    </message>
    <message>
        <source>No document here</source>
        <translation>Hier ist kein Dokument</translation>
    </message>
    <message>
        <source>None is in this state, or has this name.</source>
        <translation>Keines ist in diesem Zustand oder heißt so.</translation>
    </message>
    <message>
        <source>No documents yet</source>
        <translation>Noch keine Dokumente</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::LinkText</name>
    <message>
        <source>This link wants to start a program. Lectern never does that.</source>
        <translation>Dieser Link möchte ein Programm starten. Lectern tut das nie.</translation>
    </message>
    <message>
        <source>This link wants to run a script. Lectern never does that.</source>
        <translation>Dieser Link möchte ein Skript ausführen. Lectern tut das nie.</translation>
    </message>
    <message>
        <source>This link leads to another file, which Lectern doesn&apos;t open from within a document.</source>
        <translation>Dieser Link führt zu einer anderen Datei. Lectern öffnet sie nicht aus einem Dokument heraus.</translation>
    </message>
    <message>
        <source>This link plays sound or video, which Lectern doesn&apos;t.</source>
        <translation>Dieser Link spielt Ton oder Video ab. Das tut Lectern nicht.</translation>
    </message>
    <message>
        <source>This link changes a form, which Lectern only shows.</source>
        <translation>Dieser Link ändert ein Formular. Lectern zeigt Formulare nur an.</translation>
    </message>
    <message>
        <source>The address of this link is too long to be a good one. It is not opened.</source>
        <translation>Die Adresse dieses Links ist zu lang, um eine gute zu sein. Sie wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Where this link leads is not in the document.</source>
        <translation>Wohin dieser Link führt, gibt es in diesem Dokument nicht.</translation>
    </message>
    <message>
        <source>Go to page %1</source>
        <translation>Zu Seite %1</translation>
    </message>
    <message>
        <source>This is no address of the web or of mail. It is not opened.</source>
        <translation>Das ist weder eine Web- noch eine Mailadresse. Sie wird nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>ui::LoadFailure</name>
    <message>
        <source>%1 was not found</source>
        <translation>%1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>There is no such server, or this computer has no network. Check the network, then try again.</source>
        <translation>Diesen Server gibt es nicht, oder dieser Computer hat kein Netz. Prüfen Sie das Netz, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The server does not answer. Check the network, then try again.</source>
        <translation>Der Server antwortet nicht. Prüfen Sie das Netz, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The sign-in page can&apos;t be shown</source>
        <translation>Die Anmeldeseite lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>It leads to an address that is not opened here. Try again, or go on in your own browser.</source>
        <translation>Sie führt zu einer Adresse, die hier nicht geöffnet wird. Versuchen Sie es erneut, oder machen Sie in Ihrem eigenen Browser weiter.</translation>
    </message>
    <message>
        <source>%1 can&apos;t prove who it is</source>
        <translation>%1 kann sich nicht ausweisen</translation>
    </message>
    <message>
        <source>Its certificate is not valid, so nothing was sent. Don&apos;t type your password there. Tell your administrator.</source>
        <translation>Das Zertifikat ist ungültig, darum wurde nichts gesendet. Geben Sie dort kein Passwort ein. Sagen Sie Ihrer Administration Bescheid.</translation>
    </message>
    <message>
        <source>The sign-in page stopped working</source>
        <translation>Die Anmeldeseite ist ausgefallen</translation>
    </message>
    <message>
        <source>Nothing was lost. Try again, or go on in your own browser.</source>
        <translation>Nichts ging verloren. Versuchen Sie es erneut, oder machen Sie in Ihrem eigenen Browser weiter.</translation>
    </message>
    <message>
        <source>This window can be watched</source>
        <translation>Dieses Fenster ist beobachtbar</translation>
    </message>
    <message>
        <source>The sign-in page can&apos;t be shown here</source>
        <translation>Die Anmeldeseite lässt sich hier nicht zeigen</translation>
    </message>
    <message>
        <source>Lectern runs as the system&apos;s administrator, and web pages are not opened with such rights. Go on in your own browser, or start Lectern as an ordinary user.</source>
        <translation>Lectern läuft mit den Rechten des Systemverwalters, und damit werden keine Webseiten geöffnet. Machen Sie in Ihrem eigenen Browser weiter, oder starten Sie Lectern als gewöhnlicher Benutzer.</translation>
    </message>
    <message>
        <source>Lectern was started with a debugging port or with switches that turn safety off, so a password typed here would not be safe. Go on in your own browser, or start Lectern without them.</source>
        <translation>Lectern wurde mit einem Debugging-Port oder mit Schaltern gestartet, die den Schutz aufheben; ein hier eingegebenes Passwort wäre nicht sicher. Machen Sie in Ihrem Browser weiter oder starten Sie Lectern ohne sie.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a name and a password</source>
        <translation>Der Proxy %1 verlangt Name und Passwort</translation>
    </message>
    <message>
        <source>There are none in https_proxy, or they are wrong. Ask your administrator, or go on in your own browser.</source>
        <translation>In https_proxy stehen keine, oder sie sind falsch. Fragen Sie Ihre Administration oder machen Sie in Ihrem Browser weiter.</translation>
    </message>
    <message>
        <source>The sign-in page wants a certificate of this computer</source>
        <translation>Die Anmeldeseite verlangt ein Zertifikat dieses Computers</translation>
    </message>
    <message>
        <source>The part of Lectern that shows web pages is missing or does not start. Go on in your own browser, or install Lectern again.</source>
        <translation>Der Teil von Lectern, der Webseiten zeigt, fehlt oder startet nicht. Machen Sie in Ihrem Browser weiter oder installieren Sie Lectern neu.</translation>
    </message>
    <message>
        <source>Its certificate has expired, so nothing was sent. Don&apos;t type your password there. Tell your administrator that it has to be renewed.</source>
        <translation>Sein Zertifikat ist abgelaufen, deshalb wurde nichts gesendet. Geben Sie Ihr Passwort dort nicht ein. Sagen Sie Ihrer Administration, dass es erneuert werden muss.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet, so nothing was sent. Check the date and the time of this computer. If they are right, tell your administrator.</source>
        <translation>Sein Zertifikat ist noch nicht gültig, deshalb wurde nichts gesendet. Prüfen Sie Datum und Uhrzeit dieses Computers. Stimmen sie, dann sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>Its certificate is for another name, so nothing was sent: this may be another server than the one you want. Don&apos;t type your password there. Tell your administrator.</source>
        <translation>Sein Zertifikat gilt für einen anderen Namen, deshalb wurde nichts gesendet: Das ist vielleicht nicht der Server, den Sie meinen. Geben Sie Ihr Passwort dort nicht ein. Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>Its certificate comes from an authority that this computer doesn&apos;t know, so nothing was sent. Don&apos;t type your password there. If your organization has an authority of its own, ask your administrator for its certificate and name it in the profile (extra_ca).</source>
        <translation>Sein Zertifikat stammt von einer Zertifizierungsstelle, die dieser Computer nicht kennt, deshalb wurde nichts gesendet. Geben Sie Ihr Passwort dort nicht ein. Hat Ihre Organisation eine eigene Zertifizierungsstelle, dann bitten Sie Ihre Administration um deren Zertifikat und nennen Sie es im Profil (extra_ca).</translation>
    </message>
    <message>
        <source>Its certificate was withdrawn, so nothing was sent. Don&apos;t type your password there. Tell your administrator.</source>
        <translation>Sein Zertifikat wurde zurückgezogen, deshalb wurde nichts gesendet. Geben Sie Ihr Passwort dort nicht ein. Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>Its certificate comes from an authority that this computer doesn&apos;t know, so nothing was sent. The authority that the profile names (extra_ca) counts for the profile&apos;s own hosts only. If this host belongs to your provider, ask your administrator to name it there as well (endpoints).</source>
        <translation>Sein Zertifikat stammt von einer Zertifizierungsstelle, die dieser Computer nicht kennt, deshalb wurde nichts gesendet. Die Zertifizierungsstelle, die das Profil nennt (extra_ca), gilt nur für die eigenen Server des Profils. Gehört dieser Server zu Ihrem Anbieter, dann bitten Sie Ihre Administration, ihn dort ebenfalls zu nennen (endpoints).</translation>
    </message>
</context>
<context>
    <name>ui::Magnifier</name>
    <message>
        <source>Magnifier</source>
        <translation>Lupe</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Detect the kind</source>
        <translation>Art erkennen</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Dokumente öffnen</translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>Dokumente (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard.</source>
        <translation>In der Zwischenablage ist weder ein Bild noch eine Datei.</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Dieses Dokument</translation>
    </message>
    <message>
        <source>All that are approved</source>
        <translation>Alle freigegebenen</translation>
    </message>
    <message>
        <source>All that are shown in the library</source>
        <translation>Alle, die in der Bibliothek zu sehen sind</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: nothing was read from them yet.</source>
        <translation>
            <numerusform>%n ausgelassen: Daraus wurde noch nichts gelesen.</numerusform>
            <numerusform>%n ausgelassen: Daraus wurde noch nichts gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Erneut exportieren</translation>
    </message>
    <message>
        <source>Your session has ended. Your work is kept. Sign in again to go on with it.</source>
        <translation>Ihre Sitzung ist beendet. Ihre Arbeit ist erhalten. Melden Sie sich wieder an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Waiting for the keychain of this computer. It may be asking for its password.</source>
        <translation>Der Schlüsselbund dieses Computers lässt warten. Vielleicht fragt er nach seinem Passwort.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne ihn weitermachen</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>You can look, not change: your role is viewer.</source>
        <translation>Sie können ansehen, nicht ändern: Ihre Rolle ist Betrachter.</translation>
    </message>
    <message>
        <source>Drop documents here</source>
        <translation>Dokumente hier ablegen</translation>
    </message>
    <message>
        <source>Lectern reads the facts out of them and shows for each where it stands.</source>
        <translation>Lectern liest die Fakten heraus und zeigt bei jedem, wo er steht.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Try the sample documents</source>
        <translation>Beispieldokumente ausprobieren</translation>
    </message>
    <message>
        <source>Sign in to your organization</source>
        <translation>Bei Ihrer Organisation anmelden</translation>
    </message>
    <message>
        <source>PDF, PNG, JPEG and TIFF. Everything works without an account, and nothing leaves this computer unless you choose an engine that sends it.</source>
        <translation>PDF, PNG, JPEG und TIFF. Alles geht ohne Konto, und nichts verlässt diesen Computer, solange Sie keinen Dienst wählen, der es sendet.</translation>
    </message>
    <message>
        <source>You are signed in, but have no role here</source>
        <translation>Sie sind angemeldet, haben hier aber keine Rolle</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Lectern</source>
        <translation>Lectern</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n Dokument nach %1 exportiert.</numerusform>
            <numerusform>%n Dokumente nach %1 exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept: added when you are done here.</source>
        <translation>
            <numerusform>%n Datei aufgehoben: Sie wird hinzugefügt, sobald Sie hier fertig sind.</numerusform>
            <numerusform>%n Dateien aufgehoben: Sie werden hinzugefügt, sobald Sie hier fertig sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read on this computer: the engine that is chosen needs an account.</source>
        <translation>Auf diesem Rechner gelesen: Das gewählte Leseverfahren braucht ein Konto.</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto verwenden</translation>
    </message>
    <message>
        <source>Work without an account</source>
        <translation>Ohne Konto arbeiten</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) of the web left out: nothing is fetched from there. Download it, then add the file.</source>
        <translation>
            <numerusform>%n Webadresse wurde ausgelassen: Von dort wird nichts geholt. Laden Sie die Datei herunter und fügen Sie sie dann hinzu.</numerusform>
            <numerusform>%n Webadressen wurden ausgelassen: Von dort wird nichts geholt. Laden Sie die Dateien herunter und fügen Sie sie dann hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: what you edited last could not be saved. Make room on the disk, then save it again.</source>
        <translation>%1: Ihre letzten Änderungen konnten nicht gespeichert werden. Schaffen Sie Platz auf dem Datenträger und speichern Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>You are signed out here, but your provider could not be told. The session there ends by itself; your administrator can end it at once.</source>
        <translation>Sie sind hier abgemeldet, aber Ihr Anbieter war nicht erreichbar. Die Sitzung dort endet von selbst; Ihre Administration kann sie sofort beenden.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added without an account stay on this computer and are shown again when you are signed out.</source>
        <translation>
            <numerusform>%n ohne Konto hinzugefügtes Dokument bleibt auf diesem Rechner und erscheint wieder, wenn Sie abgemeldet sind.</numerusform>
            <numerusform>%n ohne Konto hinzugefügte Dokumente bleiben auf diesem Rechner und erscheinen wieder, wenn Sie abgemeldet sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>The link that was opened is not one of Lectern&apos;s. Nothing was done.</source>
        <translation>Der geöffnete Link ist keiner von Lectern. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The link is opened when you are done here.</source>
        <translation>Der Link wird geöffnet, wenn Sie hier fertig sind.</translation>
    </message>
    <message>
        <source>The document of this link is not in the library any more.</source>
        <translation>Das Dokument dieses Links ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The document of this link belongs to an account.</source>
        <translation>Das Dokument dieses Links gehört zu einem Konto.</translation>
    </message>
    <message>
        <source>The document of this link is another account&apos;s, or was added without one. You can&apos;t see it as you are signed in now.</source>
        <translation>Das Dokument dieses Links gehört zu einem anderen Konto oder wurde ohne Konto hinzugefügt. So, wie Sie jetzt angemeldet sind, ist es für Sie nicht zu sehen.</translation>
    </message>
    <message>
        <source>The document of this link belongs to an account. Sign in, and it is opened.</source>
        <translation>Das Dokument dieses Links gehört zu einem Konto. Melden Sie sich an, dann wird es geöffnet.</translation>
    </message>
    <message>
        <source>Nobody can sign in to %1 from here any more, until it is connected again.</source>
        <translation>Bei %1 kann sich von hier aus niemand mehr anmelden, bis die Organisation wieder verbunden wird.</translation>
    </message>
    <message>
        <source>Its accounts are signed out on this computer, and what was kept of their sign-in leaves the keychain.</source>
        <translation>Ihre Konten werden auf diesem Computer abgemeldet, und was von der Anmeldung aufbewahrt wurde, verlässt den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Documents and corrections stay on this computer. They are shown again when the organization is connected again and somebody signs in to it.</source>
        <translation>Dokumente und Korrekturen bleiben auf diesem Computer. Sie sind wieder zu sehen, wenn die Organisation neu verbunden ist und sich jemand bei ihr anmeldet.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Abmelden und entfernen</translation>
    </message>
    <message>
        <source>%1 is removed. Its documents stay on this computer.</source>
        <translation>%1 ist entfernt. Die Dokumente bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 is removed, but the keychain did not answer: something of its sign-in may still be in there. Unlock the keychain, and delete the entries of Lectern there.</source>
        <translation>%1 ist entfernt, aber der Schlüsselbund hat nicht geantwortet: Vielleicht enthält er noch etwas von der Anmeldung. Entsperren Sie ihn und löschen Sie dort die Einträge von Lectern.</translation>
    </message>
    <message>
        <source>%1 could not be removed: its file can&apos;t be changed. Nothing was changed.</source>
        <translation>%1 konnte nicht entfernt werden: Die Datei lässt sich nicht ändern. Es ist alles wie zuvor.</translation>
    </message>
    <message>
        <source>The keychain did not take the proxy&apos;s password. It is used until Lectern is closed.</source>
        <translation>Der Schlüsselbund hat das Passwort des Proxys nicht angenommen. Es wird verwendet, bis Lectern geschlossen wird.</translation>
    </message>
    <message>
        <source>Without a name and a password the proxy %1 lets nothing through. Your work is kept.</source>
        <translation>Ohne Namen und Passwort lässt der Proxy %1 nichts durch. Ihre Arbeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>Enter them</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Your organization&apos;s provider gave nothing to stay signed in with. You will be asked again when this sign-in expires. Your administrator can allow it (refresh tokens, the scope offline_access).</source>
        <translation>Der Anbieter Ihrer Organisation hat nichts geliefert, womit Sie angemeldet bleiben könnten. Sie werden wieder gefragt, wenn diese Anmeldung abläuft. Ihre Administration kann es erlauben (Aktualisierungstokens, der Scope offline_access).</translation>
    </message>
    <message>
        <source>Another program on this computer signed you out. Your work is kept. Sign in again to go on with it.</source>
        <translation>Ein anderes Programm auf diesem Computer hat Sie abgemeldet. Ihre Arbeit ist erhalten. Melden Sie sich wieder an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The keychain of this computer could not be opened. Your sign-in is still in it: unlock it, then try again.</source>
        <translation>Der Schlüsselbund dieses Computers ließ sich nicht öffnen. Ihre Anmeldung liegt noch darin: Entsperren Sie ihn und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Technical details: %1</source>
        <translation>Technische Details: %1</translation>
    </message>
</context>
<context>
    <name>ui::OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>ui::OrganizationRow</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Verbindung zu %1 testen</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>Connected by you.</source>
        <translation>Von Ihnen verbunden.</translation>
    </message>
    <message>
        <source>Given to this start of Lectern only: it is in no file, and can&apos;t be changed here.</source>
        <translation>Nur diesem Start von Lectern mitgegeben: Sie steht in keiner Datei und lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>Set up by your administrator in %1: it can be changed only there.</source>
        <translation>Von Ihrer Administration eingerichtet in %1: Nur dort lässt sie sich ändern.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::OrganizationsSheet</name>
    <message>
        <source>Connected organizations</source>
        <translation>Verbundene Organisationen</translation>
    </message>
    <message>
        <source>No organization is connected yet. Everything on this computer works without one.</source>
        <translation>Noch ist keine Organisation verbunden. Auf diesem Computer funktioniert alles auch ohne.</translation>
    </message>
    <message>
        <source>Connect another…</source>
        <translation>Weitere verbinden …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 answers:</source>
        <translation>%1 antwortet:</translation>
    </message>
</context>
<context>
    <name>ui::OriginBar</name>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>not secure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>Page of %1, secure connection</source>
        <translation>Seite von %1, sichere Verbindung</translation>
    </message>
    <message>
        <source>Page of %1, %2</source>
        <translation>Seite von %1, %2</translation>
    </message>
    <message>
        <source>certificate refused</source>
        <translation>Zertifikat abgelehnt</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
</context>
<context>
    <name>ui::OtherAccounts</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::OutlineModel</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
</context>
<context>
    <name>ui::OutlinePanel</name>
    <message>
        <source>Filter chapters</source>
        <translation>Kapitel filtern</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
</context>
<context>
    <name>ui::PageHost</name>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
</context>
<context>
    <name>ui::PageToolBar</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>/ %1</source>
        <comment>of so many pages</comment>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Vergrößerung %1</translation>
    </message>
    <message>
        <source>(%1 of %2)</source>
        <comment>a page&apos;s number, beside what it is called</comment>
        <translation>(%1 von %2)</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>This page can&apos;t be shown.</source>
        <translation>Diese Seite lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There is no text on this page.</source>
        <translation>Auf dieser Seite steht kein Text.</translation>
    </message>
    <message>
        <source>Page %1 (%2 of %3)</source>
        <translation>Seite %1 (%2 von %3)</translation>
    </message>
</context>
<context>
    <name>ui::PaneActions</name>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>Zur Seite</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Seitenbreite</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Find in document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Select the text of the page</source>
        <translation>Text der Seite auswählen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>Fortlaufend</translation>
    </message>
    <message>
        <source>Two pages</source>
        <translation>Zwei Seiten</translation>
    </message>
    <message>
        <source>First page alone</source>
        <translation>Erste Seite allein</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Zurück zur vorigen Stelle</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Match capitals and accents</source>
        <translation>Groß- und Kleinschreibung und Akzente beachten</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>List all hits</source>
        <translation>Alle Treffer auflisten</translation>
    </message>
    <message>
        <source>Copy with layout</source>
        <translation>Mit Anordnung kopieren</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Document properties</source>
        <translation>Dokumenteigenschaften</translation>
    </message>
    <message>
        <source>Follow a link by its number</source>
        <translation>Einem Link nach seiner Nummer folgen</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Dim the paper</source>
        <translation>Papier abdunkeln</translation>
    </message>
    <message>
        <source>Print to a PDF file…</source>
        <translation>In eine PDF-Datei drucken…</translation>
    </message>
</context>
<context>
    <name>ui::PanePanels</name>
    <message>
        <source>Drop documents here</source>
        <translation>Dokumente hier ablegen</translation>
    </message>
    <message>
        <source>PDF, PNG, JPEG or TIFF</source>
        <translation>PDF, PNG, JPEG oder TIFF</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be shown</source>
        <translation>%1 lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>Kein Dokument ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one in the library.</source>
        <translation>Wählen Sie eines in der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>ui::PasswordPrompt</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>That password does not open it. Please try again.</source>
        <translation>Dieses Passwort öffnet es nicht. Bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Its password is needed to read it. It is kept for this document only.</source>
        <translation>Zum Lesen wird das Passwort gebraucht. Es wird nur für dieses Dokument behalten.</translation>
    </message>
</context>
<context>
    <name>ui::PopupWindow</name>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
</context>
<context>
    <name>ui::PrintFileSheet</name>
    <message>
        <source>Print to a PDF file</source>
        <translation>In eine PDF-Datei drucken</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>All pages; or some, like 1-3, 7</source>
        <translation>Alle Seiten, oder einige wie 1-3, 7</translation>
    </message>
    <message>
        <source>Odd or even pages</source>
        <translation>Ungerade oder gerade Seiten</translation>
    </message>
    <message>
        <source>Odd and even pages</source>
        <translation>Ungerade und gerade Seiten</translation>
    </message>
    <message>
        <source>Odd pages only</source>
        <translation>Nur ungerade Seiten</translation>
    </message>
    <message>
        <source>Even pages only</source>
        <translation>Nur gerade Seiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
</context>
<context>
    <name>ui::Printing</name>
    <message>
        <source>Whoever made this document has forbidden printing it.</source>
        <translation>Wer dieses Dokument erstellt hat, hat verboten, es zu drucken.</translation>
    </message>
    <message>
        <source>The document has none of these pages. Nothing was printed.</source>
        <translation>Diese Seiten hat das Dokument nicht. Es wurde nichts gedruckt.</translation>
    </message>
    <message>
        <source>%1 is being handed to the printer.</source>
        <translation>%1 wird dem Drucker übergeben.</translation>
    </message>
    <message>
        <source>Printing %1: %2 of %3 pages are drawn.</source>
        <comment>a file, pages done, pages in all</comment>
        <translation>%1 wird gedruckt: %2 von %3 Seiten sind gezeichnet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A document is never printed over itself. Choose another file to print into.</source>
        <translation>Ein Dokument wird nie über sich selbst gedruckt. Wählen Sie eine andere Datei, in die gedruckt wird.</translation>
    </message>
    <message>
        <source>There is no room to print: the disk is full. Nothing was printed. Make room, then try again.</source>
        <translation>Zum Drucken fehlt Platz: Der Datenträger ist voll. Es wurde nichts gedruckt. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The printer can&apos;t be reached. Nothing was printed. Print to a PDF file, or try another printer.</source>
        <translation>Der Drucker ist nicht erreichbar. Es wurde nichts gedruckt. Drucken Sie in eine PDF-Datei oder versuchen Sie einen anderen Drucker.</translation>
    </message>
    <message>
        <source>Your system doesn&apos;t let you write %1. Choose another place to print to.</source>
        <translation>Ihr System lässt Sie %1 nicht schreiben. Wählen Sie einen anderen Ort, an den gedruckt wird.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Es wurde nichts gedruckt.</translation>
    </message>
    <message>
        <source>Cancelled: nothing of %1 was printed.</source>
        <translation>Abgebrochen: Von %1 wurde nichts gedruckt.</translation>
    </message>
    <message>
        <source>%1 was handed to the printer.</source>
        <translation>%1 wurde dem Drucker übergeben.</translation>
    </message>
    <message>
        <source>Printed to %1.</source>
        <translation>Gedruckt in %1.</translation>
    </message>
    <message>
        <source>These pages can&apos;t be drawn and are missing: %1.</source>
        <translation>Diese Seiten lassen sich nicht zeichnen und fehlen: %1.</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Drucker werden gesucht …</translation>
    </message>
    <message>
        <source>%1 (printed).pdf</source>
        <comment>a file&apos;s name</comment>
        <translation>%1 (gedruckt).pdf</translation>
    </message>
    <message>
        <source>%1 (printed %2).pdf</source>
        <comment>a file&apos;s name, a number</comment>
        <translation>%1 (gedruckt %2).pdf</translation>
    </message>
    <message>
        <source>The print service of this computer doesn&apos;t answer. Nothing was printed. A PDF file can be printed to without it.</source>
        <translation>Der Druckdienst dieses Computers antwortet nicht. Nichts wurde gedruckt. In eine PDF-Datei lässt sich auch ohne ihn drucken.</translation>
    </message>
    <message>
        <source>Print to a PDF file…</source>
        <translation>In eine PDF-Datei drucken…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::PropertiesSheet</name>
    <message>
        <source>Document properties</source>
        <translation>Dokumenteigenschaften</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>The document is being asked…</source>
        <translation>Das Dokument wird befragt …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>property and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>PDF made by</source>
        <translation>PDF erzeugt von</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>What the document says of itself</source>
        <translation>Angaben des Dokuments</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>nothing: everything is allowed</source>
        <translation>nichts: alles ist erlaubt</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>und weitere</translation>
    </message>
    <message numerus="yes">
        <source>On the first %n pages</source>
        <translation>
            <numerusform>Auf der ersten Seite</numerusform>
            <numerusform>Auf den ersten %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signaturen</translation>
    </message>
</context>
<context>
    <name>ui::ProviderChoice</name>
    <message>
        <source>Work without an account</source>
        <translation>Ohne Konto arbeiten</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>The sign-in page opens in your browser. Lectern never sees your password.</source>
        <translation>Die Anmeldeseite öffnet sich in Ihrem Browser. Lectern sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>The provider&apos;s own page appears here. Your password goes to it alone.</source>
        <translation>Hier erscheint die Seite des Anbieters selbst. Ihr Passwort geht nur an ihn.</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;Organization (if you have one)</source>
        <translation>&amp;Organisation (falls Sie eine haben)</translation>
    </message>
    <message>
        <source>No organization is connected</source>
        <translation>Es ist keine Organisation verbunden</translation>
    </message>
    <message>
        <source>Connect yours with the address of its sign-in, or with a file that your administrator gave you. Everything on this computer works without it.</source>
        <translation>Verbinden Sie Ihre mit der Adresse ihrer Anmeldung oder mit einer Datei Ihrer Administration. Alles auf diesem Rechner geht auch ohne.</translation>
    </message>
    <message>
        <source>Connect your organization…</source>
        <translation>Organisation verbinden …</translation>
    </message>
    <message>
        <source>Connect another organization…</source>
        <translation>Weitere Organisation verbinden …</translation>
    </message>
</context>
<context>
    <name>ui::ProxySheet</name>
    <message>
        <source>The proxy wants to know you</source>
        <translation>Der Proxy möchte wissen, wer Sie sind</translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation>Im Schlüsselbund merken</translation>
    </message>
    <message>
        <source>The proxy did not take the name and the password. Check both, then try again.</source>
        <translation>Der Proxy hat Namen und Passwort nicht angenommen. Prüfen Sie beides, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What leaves this computer goes through the proxy %1, which lets nothing through without a name and a password. They are told to it alone.</source>
        <translation>Was diesen Computer verlässt, geht durch den Proxy %1, der ohne Namen und Passwort nichts durchlässt. Nur er erfährt sie.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ui::ReasonText</name>
    <message>
        <source>It stands nowhere on the pages</source>
        <translation>Steht nirgends auf den Seiten</translation>
    </message>
    <message>
        <source>It does not look like such a value</source>
        <translation>Sieht nicht nach einem solchen Wert aus</translation>
    </message>
    <message>
        <source>Stands on page %1, letter for letter</source>
        <translation>Steht auf Seite %1, Zeichen für Zeichen</translation>
    </message>
    <message>
        <source>Stands on page %1 as “%2”</source>
        <translation>Steht auf Seite %1 als „%2“</translation>
    </message>
    <message>
        <source>Something close stands on page %1: “%2”</source>
        <translation>Auf Seite %1 steht etwas Ähnliches: „%2“</translation>
    </message>
    <message>
        <source>Comes from the invoice data inside the file</source>
        <translation>Stammt aus den Rechnungsdaten in der Datei</translation>
    </message>
    <message>
        <source>Typed into a form field</source>
        <translation>In ein Formularfeld getippt</translation>
    </message>
    <message>
        <source>Read from a picture, and not clearly</source>
        <translation>Aus einem Bild gelesen, nicht deutlich</translation>
    </message>
    <message>
        <source>Read from a picture, clearly</source>
        <translation>Aus einem Bild gelesen, deutlich</translation>
    </message>
    <message>
        <source>Adds up: %1</source>
        <translation>Geht auf: %1</translation>
    </message>
    <message>
        <source>Does not add up: %1 (%2 against %3)</source>
        <translation>Geht nicht auf: %1 (%2 gegen %3)</translation>
    </message>
    <message>
        <source>Named by “%1”</source>
        <translation>Benannt durch „%1“</translation>
    </message>
    <message>
        <source>Its check digits are right</source>
        <translation>Die Prüfziffern stimmen</translation>
    </message>
    <message>
        <source>Its check digits are wrong</source>
        <translation>Die Prüfziffern stimmen nicht</translation>
    </message>
    <message>
        <source>A second reading found the same</source>
        <translation>Eine zweite Lesung fand dasselbe</translation>
    </message>
    <message>
        <source>A second reading found something else</source>
        <translation>Eine zweite Lesung fand etwas anderes</translation>
    </message>
    <message numerus="yes">
        <source>%n other value(s) would fit</source>
        <translation>
            <numerusform>%n anderer Wert würde passen</numerusform>
            <numerusform>%n andere Werte würden passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrected by a person</source>
        <translation>Von einem Menschen korrigiert</translation>
    </message>
    <message>
        <source>Accepted by a person</source>
        <translation>Von einem Menschen angenommen</translation>
    </message>
</context>
<context>
    <name>ui::RedirectPage</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this page is translated to (BCP 47)</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Your answer has arrived. You can close this page and go back to Lectern.</source>
        <translation>Ihre Antwort ist angekommen. Sie können diese Seite schließen und zu Lectern zurückkehren.</translation>
    </message>
    <message>
        <source>The provider did not sign you in. Go back to Lectern to see why.</source>
        <translation>Der Anbieter hat Sie nicht angemeldet. In Lectern steht, warum.</translation>
    </message>
    <message>
        <source>This page does not belong to a sign-in that is going on.</source>
        <translation>Diese Seite gehört zu keiner laufenden Anmeldung.</translation>
    </message>
    <message>
        <source>You are signed out. You can close this page and go back to Lectern.</source>
        <translation>Sie sind abgemeldet. Sie können diese Seite schließen und zu Lectern zurückkehren.</translation>
    </message>
</context>
<context>
    <name>ui::ReviewActions</name>
    <message>
        <source>Accept and go to the next doubt</source>
        <translation>Annehmen und zum nächsten Zweifel</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>Wert bearbeiten</translation>
    </message>
    <message>
        <source>Not in the document</source>
        <translation>Nicht im Dokument</translation>
    </message>
    <message>
        <source>Draw its place on the page</source>
        <translation>Stelle auf der Seite zeichnen</translation>
    </message>
    <message>
        <source>Next doubt</source>
        <translation>Nächster Zweifel</translation>
    </message>
    <message>
        <source>Previous doubt</source>
        <translation>Voriger Zweifel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Approve and next</source>
        <translation>Freigeben und weiter</translation>
    </message>
    <message>
        <source>Open for review again</source>
        <translation>Wieder zur Prüfung öffnen</translation>
    </message>
    <message>
        <source>Doubts first</source>
        <translation>Zweifel zuerst</translation>
    </message>
</context>
<context>
    <name>ui::ReviewHeader</name>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n doubt(s) left</source>
        <translation>
            <numerusform>Noch %n Zweifel</numerusform>
            <numerusform>Noch %n Zweifel</numerusform>
        </translation>
    </message>
    <message>
        <source>No doubts left</source>
        <translation>Keine Zweifel mehr</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not all of it was read</source>
        <translation>Nicht alles wurde gelesen</translation>
    </message>
</context>
<context>
    <name>ui::ReviewPane</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Approve and next</source>
        <translation>Freigeben und weiter</translation>
    </message>
    <message>
        <source>No words are in that box. Draw it around the value.</source>
        <translation>In diesem Rahmen stehen keine Wörter. Ziehen Sie ihn um den Wert.</translation>
    </message>
    <message numerus="yes">
        <source>Checks: %n do(es) not add up</source>
        <translation>
            <numerusform>Prüfungen: %n geht nicht auf</numerusform>
            <numerusform>Prüfungen: %n gehen nicht auf</numerusform>
        </translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>Verlauf (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n row(s))</source>
        <translation>
            <numerusform>%1 (%n Zeile)</numerusform>
            <numerusform>%1 (%n Zeilen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open for review again</source>
        <translation>Wieder zur Prüfung öffnen</translation>
    </message>
    <message>
        <source>So that values can be changed</source>
        <translation>Damit sich Werte ändern lassen</translation>
    </message>
    <message>
        <source>“%1” is not a value for this column.</source>
        <translation>„%1“ ist kein Wert für diese Spalte.</translation>
    </message>
    <message numerus="yes">
        <source>%n doubt(s) left. Look at them first, or take them on as they are.</source>
        <translation>
            <numerusform>Noch %n Zweifel. Sehen Sie ihn erst an, oder übernehmen Sie ihn, wie er ist.</numerusform>
            <numerusform>Noch %n Zweifel. Sehen Sie sie erst an, oder übernehmen Sie sie, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve all the same</source>
        <translation>Trotzdem freigeben</translation>
    </message>
    <message>
        <source>“%1” could not be saved for %2, so the value is as it was. Make room on the disk, then save it again.</source>
        <translation>„%1“ konnte für %2 nicht gespeichert werden, der Wert ist daher wie zuvor. Schaffen Sie Platz auf dem Datenträger und speichern Sie dann erneut.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be saved and are not made yet. Make room on the disk, then save again.</source>
        <translation>
            <numerusform>%n Änderung konnte nicht gespeichert werden und ist noch nicht gemacht. Schaffen Sie Platz auf dem Datenträger und speichern Sie dann erneut.</numerusform>
            <numerusform>%n Änderungen konnten nicht gespeichert werden und sind noch nicht gemacht. Schaffen Sie Platz auf dem Datenträger und speichern Sie dann erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read (%1): what stands there is missing here.</source>
        <translation>
            <numerusform>%n Seite konnte nicht gelesen werden (%1): Was dort steht, fehlt hier.</numerusform>
            <numerusform>%n Seiten konnten nicht gelesen werden (%1): Was dort steht, fehlt hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine did not finish its answer (%1): values may be missing.</source>
        <translation>Der Dienst hat seine Antwort nicht zu Ende geführt (%1): Es können Werte fehlen.</translation>
    </message>
</context>
<context>
    <name>ui::SearchBar</name>
    <message>
        <source>Find in this document</source>
        <translation>In diesem Dokument suchen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>searching, page %1</source>
        <translation>suche, Seite %1</translation>
    </message>
    <message>
        <source>%1, still searching</source>
        <translation>%1, suche noch</translation>
    </message>
    <message>
        <source>%1 (a page could not be read)</source>
        <translation>%1 (eine Seite war nicht lesbar)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n pages could not be read)</source>
        <translation>
            <numerusform>%1 (%n Seite war nicht lesbar)</numerusform>
            <numerusform>%1 (%n Seiten waren nicht lesbar)</numerusform>
        </translation>
    </message>
    <message>
        <source>Aa</source>
        <comment>capitals and small letters</comment>
        <translation>Aa</translation>
    </message>
    <message>
        <source>|w|</source>
        <comment>a word by itself</comment>
        <translation>|w|</translation>
    </message>
</context>
<context>
    <name>ui::SecretRow</name>
    <message>
        <source>Needs the password of the user %1</source>
        <translation>Braucht das Passwort des Benutzers %1</translation>
    </message>
    <message>
        <source>Needs the private key of the client %1 (PEM or JWK)</source>
        <translation>Braucht den privaten Schlüssel des Clients %1 (PEM oder JWK)</translation>
    </message>
    <message>
        <source>Needs the secret of the client %1</source>
        <translation>Braucht das Geheimnis des Clients %1</translation>
    </message>
    <message>
        <source>Needs an API key</source>
        <translation>Braucht einen API-Schlüssel</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Hinterlegen …</translation>
    </message>
    <message>
        <source>Set the secret of %1</source>
        <translation>Geheimnis von %1 hinterlegen</translation>
    </message>
    <message>
        <source>Remove the secret of %1</source>
        <translation>Geheimnis von %1 entfernen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Verbindung zu %1 testen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Ask the keychain again for the secret of %1</source>
        <translation>Den Schlüsselbund noch einmal nach dem Geheimnis von %1 fragen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Read the key from a file</source>
        <translation>Schlüssel aus einer Datei lesen</translation>
    </message>
    <message>
        <source>Open a private key</source>
        <translation>Privaten Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Stored in the keychain</source>
        <translation>Liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>The keychain is locked, or there is none</source>
        <translation>Der Schlüsselbund ist gesperrt, oder es gibt keinen</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Replace the secret of %1</source>
        <translation>Geheimnis von %1 ersetzen</translation>
    </message>
    <message>
        <source>There is no secret yet that could be tested</source>
        <translation>Es gibt noch kein Geheimnis, das sich testen ließe</translation>
    </message>
    <message>
        <source>This file can&apos;t be read, or is no key.</source>
        <translation>Diese Datei ist nicht lesbar oder kein Schlüssel.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>ui::SecretsSheet</name>
    <message>
        <source>Secrets of services</source>
        <translation>Geheimnisse von Diensten</translation>
    </message>
    <message>
        <source>They are kept in the keychain of this computer and nowhere else, and are never shown again.</source>
        <translation>Sie liegen im Schlüsselbund dieses Computers und nirgends sonst, und sie werden nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>No service that is set up here needs a secret. Connections are files in connections.d of the configuration folder.</source>
        <translation>Kein Dienst, der hier eingerichtet ist, braucht ein Geheimnis. Verbindungen sind Dateien in connections.d des Konfigurationsordners.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The keychain holds it now.</source>
        <translation>Es liegt jetzt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain did not take it, and nothing was kept. Unlock it, then set the secret again.</source>
        <translation>Der Schlüsselbund hat es nicht angenommen, und nichts wurde aufbewahrt. Entsperren Sie ihn und hinterlegen Sie das Geheimnis noch einmal.</translation>
    </message>
    <message>
        <source>It is gone from the keychain.</source>
        <translation>Es ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain did not answer; the secret may still be there.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet; das Geheimnis ist vielleicht noch dort.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>The service answers and takes the secret.</source>
        <translation>Der Dienst antwortet und nimmt das Geheimnis an.</translation>
    </message>
    <message>
        <source>The service answers, but did not say whether it takes the secret.</source>
        <translation>Der Dienst antwortet, sagt aber nicht, ob er das Geheimnis annimmt.</translation>
    </message>
    <message>
        <source>The service does not take this secret. Replace it, or ask your administrator.</source>
        <translation>Der Dienst nimmt dieses Geheimnis nicht an. Ersetzen Sie es, oder fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>This can&apos;t be tested: the connection&apos;s file, or the key, can&apos;t be used as it is.</source>
        <translation>Das lässt sich nicht testen: Die Datei der Verbindung oder der Schlüssel ist so nicht brauchbar.</translation>
    </message>
    <message>
        <source>This is no private key that can be used, and nothing was changed. An unencrypted PEM file (PKCS#8, PKCS#1 or SEC1) or a JWK is wanted: RSA of 2048 bits or more, P-256, P-384, P-521, Ed25519 or Ed448.</source>
        <translation>Das ist kein brauchbarer privater Schlüssel, und nichts wurde geändert. Gebraucht wird eine unverschlüsselte PEM-Datei (PKCS#8, PKCS#1 oder SEC1) oder ein JWK: RSA ab 2048 Bit, P-256, P-384, P-521, Ed25519 oder Ed448.</translation>
    </message>
    <message>
        <source>This is no text that a service could take, and nothing was changed.</source>
        <translation>Das ist kein Text, den ein Dienst annehmen könnte, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be asked from here any more, until its secret is set again.</source>
        <translation>%1 lässt sich von hier aus nicht mehr befragen, bis sein Geheimnis wieder gesetzt ist.</translation>
    </message>
    <message>
        <source>It leaves the keychain for good, and Lectern has no copy of it.</source>
        <translation>Es verlässt den Schlüsselbund endgültig, und Lectern hat keine Kopie davon.</translation>
    </message>
    <message>
        <source>Remove the secret of %1?</source>
        <translation>Geheimnis von %1 entfernen?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ui::Section</name>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Aufklappen</translation>
    </message>
</context>
<context>
    <name>ui::SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Counts from the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Language (from the next start)</source>
        <translation>Sprache (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Engine for new documents</source>
        <translation>Dienst für neue Dokumente</translation>
    </message>
    <message>
        <source>Certainty from which a value needs no look</source>
        <translation>Sicherheit, ab der niemand nachsehen muss</translation>
    </message>
    <message>
        <source>No look needed from</source>
        <translation>Kein Nachsehen ab</translation>
    </message>
    <message>
        <source>Documents at a time</source>
        <translation>Dokumente gleichzeitig</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Anzeigen …</translation>
    </message>
    <message>
        <source>Connected organizations</source>
        <translation>Verbundene Organisationen</translation>
    </message>
    <message>
        <source>Secrets of services</source>
        <translation>Geheimnisse von Diensten</translation>
    </message>
</context>
<context>
    <name>ui::ShellActions</name>
    <message>
        <source>Open documents…</source>
        <translation>Dokumente öffnen…</translation>
    </message>
    <message>
        <source>Paste a picture or files</source>
        <translation>Bild oder Dateien einfügen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Try the sample documents</source>
        <translation>Beispieldokumente ausprobieren</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Only page and fields</source>
        <translation>Nur Seite und Felder</translation>
    </message>
    <message>
        <source>Show where values stand</source>
        <translation>Zeigen, wo Werte stehen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Next document to review</source>
        <translation>Nächstes Dokument zum Prüfen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Connect your organization…</source>
        <translation>Organisation verbinden …</translation>
    </message>
    <message>
        <source>Connected organizations…</source>
        <translation>Verbundene Organisationen …</translation>
    </message>
    <message>
        <source>Secrets of services…</source>
        <translation>Geheimnisse von Diensten …</translation>
    </message>
    <message>
        <source>Account: sign in, switch…</source>
        <translation>Konto: anmelden, wechseln …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Commands and keys…</source>
        <translation>Befehle und Tasten…</translation>
    </message>
</context>
<context>
    <name>ui::SignInPanel</name>
    <message>
        <source>Finishing…</source>
        <translation>Wird abgeschlossen…</translation>
    </message>
    <message>
        <source>The provider&apos;s answer is being checked.</source>
        <translation>Die Antwort des Anbieters wird geprüft.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Work without an account</source>
        <translation>Ohne Konto arbeiten</translation>
    </message>
    <message>
        <source>%1 has no role here yet</source>
        <translation>%1 hat hier noch keine Rolle</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto verwenden</translation>
    </message>
    <message>
        <source>Ask your administrator for the role viewer or reviewer.</source>
        <translation>Bitten Sie Ihre Administration um die Rolle Betrachter oder Prüfer.</translation>
    </message>
    <message>
        <source>Ask for the role viewer or reviewer: %1.</source>
        <translation>Bitten Sie um die Rolle Betrachter oder Prüfer: %1.</translation>
    </message>
    <message>
        <source>You are signed in to %1, but nobody has given you a role for Lectern.</source>
        <translation>Sie sind bei %1 angemeldet, aber niemand hat Ihnen eine Rolle für Lectern gegeben.</translation>
    </message>
    <message>
        <source>Or use another account. Everything on this computer works without one.</source>
        <translation>Oder verwenden Sie ein anderes Konto. Alles auf diesem Rechner geht auch ohne.</translation>
    </message>
    <message>
        <source>The sign-in was ended before it was done, and nothing has changed. Try again, or go on without an account.</source>
        <translation>Die Anmeldung wurde vor dem Ende abgebrochen, und nichts hat sich geändert. Versuchen Sie es erneut oder arbeiten Sie ohne Konto weiter.</translation>
    </message>
    <message>
        <source>Some organizations let you in only from a browser that knows this computer. If the page says so, use the system&apos;s browser.</source>
        <translation>Manche Organisationen lassen Sie nur mit einem Browser ein, der diesen Computer kennt. Sagt die Seite das, dann nehmen Sie den Browser des Systems.</translation>
    </message>
    <message>
        <source>Your organization lets you in only from a browser that knows this computer, and the page within Lectern is private. Nothing was changed. Sign in with the system&apos;s browser.</source>
        <translation>Ihre Organisation lässt Sie nur mit einem Browser ein, der diesen Computer kennt, und die Seite in Lectern ist privat. Es wurde nichts geändert. Melden Sie sich mit dem Browser des Systems an.</translation>
    </message>
    <message>
        <source>Use the system&apos;s browser</source>
        <translation>Browser des Systems verwenden</translation>
    </message>
    <message>
        <source>Signed out here, but the sign-in is still in the keychain of this computer. Unlock it and sign out again.</source>
        <translation>Hier abgemeldet, aber die Anmeldung liegt noch im Schlüsselbund dieses Computers. Entsperren Sie ihn und melden Sie sich noch einmal ab.</translation>
    </message>
</context>
<context>
    <name>ui::SignInText</name>
    <message>
        <source>The sign-in was declined, by you or by your organization. Nothing was changed. Try again, or ask your administrator for access.</source>
        <translation>Die Anmeldung wurde abgelehnt, von Ihnen oder von Ihrer Organisation. Nichts wurde geändert. Versuchen Sie es noch einmal oder bitten Sie Ihre Administration um Zugang.</translation>
    </message>
    <message>
        <source>The provider wants to ask you something first. Sign in again, and answer on its page.</source>
        <translation>Der Anbieter will Sie erst etwas fragen. Melden Sie sich noch einmal an und antworten Sie auf seiner Seite.</translation>
    </message>
    <message>
        <source>The provider needs your consent, or your administrator&apos;s. Sign in again and agree, or ask your administrator to.</source>
        <translation>Der Anbieter braucht Ihre Zustimmung oder die Ihrer Administration. Melden Sie sich noch einmal an und stimmen Sie zu, oder bitten Sie Ihre Administration darum.</translation>
    </message>
    <message>
        <source>The provider does not know Lectern under this client ID, or its secret is wrong. Ask your administrator to check the client at the provider.</source>
        <translation>Der Anbieter kennt Lectern unter dieser Client-ID nicht, oder das Geheimnis ist falsch. Bitten Sie Ihre Administration, den Client beim Anbieter zu prüfen.</translation>
    </message>
    <message>
        <source>The provider does not grant what the profile asks for. Ask your administrator to check the scopes.</source>
        <translation>Der Anbieter gewährt nicht, was das Profil verlangt. Bitten Sie Ihre Administration, die Berechtigungen (Scopes) zu prüfen.</translation>
    </message>
    <message>
        <source>The provider does not know the service that the profile names. Ask your administrator to check the audience and the resource.</source>
        <translation>Der Anbieter kennt den Dienst nicht, den das Profil nennt. Bitten Sie Ihre Administration, „audience“ und „resource“ zu prüfen.</translation>
    </message>
    <message>
        <source>The provider does not accept how Lectern asks. Most often the redirect address is not registered. Ask your administrator to compare it with the profile.</source>
        <translation>Der Anbieter nimmt die Anfrage von Lectern so nicht an. Meist ist die Umleitungsadresse nicht eingetragen. Bitten Sie Ihre Administration, sie mit dem Profil zu vergleichen.</translation>
    </message>
    <message>
        <source>The provider has a problem of its own. Your work is kept. Try again in a few minutes.</source>
        <translation>Der Anbieter hat selbst eine Störung. Ihre Arbeit bleibt erhalten. Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The provider did not accept the answer any more: it was too old, or used before. Sign in again.</source>
        <translation>Der Anbieter hat die Antwort nicht mehr angenommen: Sie war zu alt oder schon benutzt. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The provider at this address calls itself something else than the profile says. Nothing was sent. Check the address, letter by letter, and the slash at its end.</source>
        <translation>Der Anbieter unter dieser Adresse nennt sich anders als das Profil. Nichts wurde gesendet. Prüfen Sie die Adresse Zeichen für Zeichen, auch den Schrägstrich am Ende.</translation>
    </message>
    <message>
        <source>This provider does not protect sign-ins of desktop programs (PKCE with S256). Lectern does not sign in without it. Ask your administrator to turn it on.</source>
        <translation>Dieser Anbieter schützt Anmeldungen von Desktop-Programmen nicht (PKCE mit S256). Ohne das meldet Lectern nicht an. Bitten Sie Ihre Administration, es einzuschalten.</translation>
    </message>
    <message>
        <source>The provider&apos;s description of itself names addresses that are not secure. Nothing was sent. Tell your administrator.</source>
        <translation>Der Anbieter nennt in seiner Beschreibung Adressen, die nicht sicher sind. Nichts wurde gesendet. Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>You were signed in to another organization than the one you named. Nothing was kept. Sign in again and choose the right one.</source>
        <translation>Sie wurden bei einer anderen Organisation angemeldet als der genannten. Nichts wurde behalten. Melden Sie sich noch einmal an und wählen Sie die richtige.</translation>
    </message>
    <message>
        <source>The provider named no organization for you. Ask your administrator to add you to one.</source>
        <translation>Der Anbieter hat für Sie keine Organisation genannt. Bitten Sie Ihre Administration, Sie in eine aufzunehmen.</translation>
    </message>
    <message>
        <source>The answer does not belong to this sign-in. Nothing was taken from it. Sign in again; when it happens twice, tell your administrator.</source>
        <translation>Die Antwort gehört nicht zu dieser Anmeldung. Nichts daraus wurde verwendet. Melden Sie sich noch einmal an; passiert es wieder, sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>The provider gave the data of somebody else. None of it was used. Tell your administrator.</source>
        <translation>Der Anbieter hat die Daten einer anderen Person geliefert. Nichts davon wurde verwendet. Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>This file does not describe a sign-in provider. It was not changed. App ID credentials, VCAP_SERVICES, an IDCS config.json, a discovery document and a Lectern profile can be read.</source>
        <translation>Diese Datei beschreibt keinen Anbieter für Anmeldungen. Sie wurde nicht geändert. Gelesen werden Zugangsdaten von App ID, VCAP_SERVICES, eine config.json von IDCS, ein Discovery-Dokument und ein Lectern-Profil.</translation>
    </message>
    <message>
        <source>This is not the address of a provider. It begins with https and has no question mark in it.</source>
        <translation>Das ist keine Adresse eines Anbieters. Sie beginnt mit https und enthält kein Fragezeichen.</translation>
    </message>
    <message>
        <source>Your administrator has set up this provider for everybody. It can&apos;t be changed here; choose it to sign in.</source>
        <translation>Ihre Administration hat diesen Anbieter für alle eingerichtet. Er lässt sich hier nicht ändern; wählen Sie ihn zum Anmelden aus.</translation>
    </message>
    <message>
        <source>Something in the profile is missing or wrong. Nothing was changed. The details name it.</source>
        <translation>Im Profil fehlt etwas oder ist etwas falsch. Nichts wurde geändert. Die Details nennen es.</translation>
    </message>
    <message>
        <source>The server answered, but not as a sign-in provider does. Nothing was sent to it. Check the address, or try again later.</source>
        <translation>Der Server hat geantwortet, aber nicht wie ein Anbieter für Anmeldungen. Nichts wurde an ihn gesendet. Prüfen Sie die Adresse oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The provider can&apos;t be reached. Your work is kept. Check the address and the network, then try again.</source>
        <translation>Der Anbieter ist nicht erreichbar. Ihre Arbeit bleibt erhalten. Prüfen Sie die Adresse und das Netz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The sign-in took too long and was stopped. Nothing was lost. Try again.</source>
        <translation>Die Anmeldung hat zu lange gedauert und wurde beendet. Nichts ging verloren. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The provider wants a secret with which Lectern proves itself, and the keychain of this computer holds none. Ask your administrator for it, and keep it under Settings, Secrets of services, as %1.</source>
        <translation>Der Anbieter verlangt ein Geheimnis, mit dem sich Lectern ausweist, und der Schlüsselbund dieses Computers hat keines. Bitten Sie Ihre Administration darum, und legen Sie es in den Einstellungen unter „Geheimnisse von Diensten“ als %1 ab.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead of the provider&apos;s, so its confirmation is not valid here. Set date and time right, then sign in again.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Anbieters %1 vor; seine Bestätigung gilt deshalb hier nicht. Stellen Sie Datum und Uhrzeit richtig und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind the provider&apos;s, so its confirmation is not valid here. Set date and time right, then sign in again.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Anbieters %1 nach; seine Bestätigung gilt deshalb hier nicht. Stellen Sie Datum und Uhrzeit richtig und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>The provider&apos;s confirmation is meant for others as well (%1), and the profile does not trust them. Nothing was kept. If your administrator knows them, they belong into the profile&apos;s list trusted_audiences.</source>
        <translation>Die Bestätigung des Anbieters ist auch für andere bestimmt (%1), und das Profil vertraut ihnen nicht. Nichts wurde behalten. Wenn Ihre Administration sie kennt, gehören sie in die Liste trusted_audiences des Profils.</translation>
    </message>
    <message>
        <source>Lectern can&apos;t listen for the provider&apos;s answer on this computer. Nothing was sent. Ask your administrator whether something forbids programs to listen at 127.0.0.1.</source>
        <translation>Lectern kann die Antwort des Anbieters auf diesem Computer nicht entgegennehmen. Nichts wurde gesendet. Fragen Sie Ihre Administration, ob etwas Programmen verbietet, an 127.0.0.1 auf Verbindungen zu warten.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer can&apos;t arrive: every port that the profile names for it is taken on this computer, %1. Nothing was sent. End the other program, or a sign-in that still waits there, and try again. Or have your administrator add a port to redirect.ports in the profile, and register it at the provider.</source>
        <translation>Die Antwort des Anbieters kann nicht ankommen: Alle Ports, die das Profil dafür nennt, sind auf diesem Computer belegt, %1. Nichts wurde gesendet. Beenden Sie das andere Programm oder eine Anmeldung, die dort noch wartet, und versuchen Sie es erneut. Oder lassen Sie Ihre Administration im Profil unter redirect.ports einen Port ergänzen und ihn beim Anbieter eintragen.</translation>
    </message>
    <message>
        <source>The provider keeps its signing keys to itself (it answered %1), so what it says of you can&apos;t be checked. Nothing was kept. Ask your administrator to let everybody read them; at Oracle this is the setting &quot;Access Signing Certificate&quot;.</source>
        <translation>Der Anbieter gibt seine Signaturschlüssel nicht heraus (er antwortete mit %1). So lässt sich nicht prüfen, was er über Sie sagt. Nichts wurde behalten. Bitten Sie Ihre Administration, sie öffentlich lesbar zu machen; bei Oracle ist das die Einstellung „Access Signing Certificate“.</translation>
    </message>
    <message>
        <source>The provider&apos;s confirmation is not valid at this time. Check the date and time of this computer, then sign in again. If they are right, the provider&apos;s are wrong: tell your administrator.</source>
        <translation>Die Bestätigung des Anbieters ist zu dieser Zeit nicht gültig. Prüfen Sie Datum und Uhrzeit dieses Computers und melden Sie sich dann neu an. Wenn sie stimmen, gehen die des Anbieters falsch: Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>Your role lets you look at documents, not have them read. Nothing was sent. Ask your administrator for the role of a reviewer.</source>
        <translation>Mit Ihrer Rolle dürfen Sie Dokumente ansehen, aber nicht auslesen lassen. Nichts wurde gesendet. Bitten Sie Ihre Administration um die Rolle für die Prüfung.</translation>
    </message>
    <message>
        <source>The provider&apos;s confirmation can&apos;t be trusted: a check of it failed. Nothing was taken from it. Sign in again; when it happens twice, give your administrator the details.</source>
        <translation>Der Bestätigung des Anbieters ist nicht zu trauen: Eine Prüfung ist fehlgeschlagen. Nichts wurde daraus übernommen. Melden Sie sich neu an; wenn es noch einmal geschieht, geben Sie Ihrer Administration die Einzelheiten.</translation>
    </message>
    <message>
        <source>This profile is of a version that this program does not know. Nothing was changed. Update Lectern, or ask your administrator for a profile of version 1.</source>
        <translation>Dieses Profil hat eine Version, die dieses Programm nicht kennt. Nichts wurde geändert. Aktualisieren Sie Lectern, oder bitten Sie Ihre Administration um ein Profil der Version 1.</translation>
    </message>
    <message>
        <source>Nobody finished the sign-in page in time, so the sign-in was stopped. Nothing was lost. Sign in again.</source>
        <translation>Die Anmeldeseite wurde nicht rechtzeitig ausgefüllt, deshalb wurde die Anmeldung beendet. Nichts ging verloren. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The provider did not send its configuration: %1 did not answer in time. Nothing was sent. Compare the address with the profile, and check the network. If both are right, try again in a few minutes, or ask your administrator whether something keeps the address away.</source>
        <translation>Der Anbieter hat seine Konfiguration nicht geschickt: %1 hat nicht rechtzeitig geantwortet. Nichts wurde gesendet. Vergleichen Sie die Adresse mit dem Profil und prüfen Sie das Netzwerk. Wenn beides stimmt, versuchen Sie es in ein paar Minuten noch einmal, oder fragen Sie Ihre Administration, ob etwas den Weg zu dieser Adresse versperrt.</translation>
    </message>
    <message>
        <source>The provider did not send the keys with which its confirmation is checked: %1 did not answer in time. Nothing was kept. Sign in again in a few minutes; when it happens again, ask your administrator whether something keeps the address away.</source>
        <translation>Der Anbieter hat die Schlüssel nicht geschickt, mit denen seine Bestätigung geprüft wird: %1 hat nicht rechtzeitig geantwortet. Nichts wurde aufbewahrt. Melden Sie sich in ein paar Minuten neu an; wenn es wieder geschieht, fragen Sie Ihre Administration, ob etwas den Weg zu dieser Adresse versperrt.</translation>
    </message>
    <message>
        <source>The provider did not finish the sign-in: its token endpoint at %1 did not answer in time. Nothing was kept. Sign in again in a few minutes; when it happens again, ask your administrator whether something keeps the address away.</source>
        <translation>Der Anbieter hat die Anmeldung nicht zu Ende gebracht: Sein Token-Endpunkt unter %1 hat nicht rechtzeitig geantwortet. Nichts wurde aufbewahrt. Melden Sie sich in ein paar Minuten neu an; wenn es wieder geschieht, fragen Sie Ihre Administration, ob etwas den Weg zu dieser Adresse versperrt.</translation>
    </message>
    <message>
        <source>A part of the provider at %1 did not answer in time (%2), so the sign-in was stopped. Nothing was kept. Sign in again in a few minutes; when it happens again, tell your administrator.</source>
        <translation>Ein Teil des Anbieters unter %1 hat nicht rechtzeitig geantwortet (%2), deshalb wurde die Anmeldung beendet. Nichts wurde aufbewahrt. Melden Sie sich in ein paar Minuten neu an; wenn es wieder geschieht, sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>The provider sent its answer in an address, where it stays in the browser&apos;s history, although Lectern asked for it as a form. Nothing was taken from it. Tell your administrator: if the provider can&apos;t do otherwise, the profile has to say so (authorize_parameters, response_mode: query).</source>
        <translation>Der Anbieter hat seine Antwort in einer Adresse geschickt, wo sie im Verlauf des Browsers stehen bleibt, obwohl Lectern sie als Formular haben wollte. Nichts davon wurde übernommen. Sagen Sie es Ihrer Administration: Wenn der Anbieter nicht anders kann, muss es im Profil stehen (authorize_parameters, response_mode: query).</translation>
    </message>
    <message>
        <source>The provider&apos;s token endpoint gave an answer that makes no sense. Nothing was kept. Sign in again; when it happens twice, give your administrator the details.</source>
        <translation>Der Token-Endpunkt des Anbieters hat eine unverständliche Antwort gegeben. Nichts wurde aufbewahrt. Melden Sie sich neu an; wenn es zweimal geschieht, geben Sie Ihrer Administration die Einzelheiten.</translation>
    </message>
</context>
<context>
    <name>ui::SignInView</name>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Wartet auf Ihren Browser…</translation>
    </message>
    <message>
        <source>Sign in there. Lectern goes on by itself when you are done.</source>
        <translation>Melden Sie sich dort an. Lectern macht von selbst weiter, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Open in system browser</source>
        <translation>Im eigenen Browser öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on with this sign-in in your own browser</source>
        <translation>Diese Anmeldung im eigenen Browser fortsetzen</translation>
    </message>
    <message>
        <source>Stop signing in (Esc)</source>
        <translation>Anmeldung abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Nothing opened? Copy the link into your browser.</source>
        <translation>Nichts geöffnet? Kopieren Sie den Link in Ihren Browser.</translation>
    </message>
    <message>
        <source>The page led to something that is not opened here.</source>
        <translation>Die Seite führte zu etwas, das hier nicht geöffnet wird.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>The page wanted to go to %1. Only secure pages are opened here.</source>
        <translation>Die Seite wollte zu %1. Hier werden nur sichere Seiten geöffnet.</translation>
    </message>
    <message>
        <source>The page wanted to open another window; it was not let.</source>
        <translation>Die Seite wollte ein weiteres Fenster öffnen; das wurde nicht zugelassen.</translation>
    </message>
    <message>
        <source>Signing in with your browser</source>
        <translation>Anmeldung mit Ihrem Browser</translation>
    </message>
    <message>
        <source>No browser could be started. Copy the link and open it yourself.</source>
        <translation>Kein Browser ließ sich starten. Kopieren Sie den Link und öffnen Sie ihn selbst.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>This page may ask for a passkey or a security key. They don&apos;t work inside this window.</source>
        <translation>Diese Seite fragt vielleicht nach einem Passkey oder Sicherheitsschlüssel. In diesem Fenster funktionieren sie nicht.</translation>
    </message>
    <message>
        <source>The sign-in page has a window of its own</source>
        <translation>Die Anmeldeseite hat ein eigenes Fenster</translation>
    </message>
    <message>
        <source>Sign in there, below the address that it shows. Lectern goes on by itself when you are done.</source>
        <translation>Melden Sie sich dort an, unter der Adresse, die es zeigt. Lectern macht von selbst weiter, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Back to the page in this window</source>
        <translation>Zurück zur Seite in diesem Fenster</translation>
    </message>
    <message>
        <source>The page asks for a passkey again. Choose another way to sign in there, or go on in your browser.</source>
        <translation>Die Seite verlangt wieder einen Passkey. Wählen Sie dort eine andere Art der Anmeldung, oder machen Sie in Ihrem Browser weiter.</translation>
    </message>
    <message>
        <source>This sign-in wants a passkey or a security key, and they don&apos;t work inside this window. It goes on in your browser.</source>
        <translation>Diese Anmeldung verlangt einen Passkey oder einen Sicherheitsschlüssel, und die funktionieren in diesem Fenster nicht. Sie geht in Ihrem Browser weiter.</translation>
    </message>
    <message>
        <source>%1 signs nobody in inside another program&apos;s window. The sign-in goes on in your browser: choose it there once more.</source>
        <translation>%1 meldet niemanden im Fenster eines anderen Programms an. Die Anmeldung geht in Ihrem Browser weiter: Wählen Sie es dort noch einmal.</translation>
    </message>
</context>
<context>
    <name>ui::SignInWeb</name>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
</context>
<context>
    <name>ui::StateText</name>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Reading page %1 of %2</source>
        <translation>Liest Seite %1 von %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Liest aus</translation>
    </message>
    <message>
        <source>Proving values</source>
        <translation>Belegt Werte</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>No doubts left</source>
        <translation>Keine Zweifel mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n doubt(s)</source>
        <translation>
            <numerusform>%n Zweifel</numerusform>
            <numerusform>%n Zweifel</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1, tried again</source>
        <translation>%1, wird wiederholt</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>Datei nicht gefunden</translation>
    </message>
    <message>
        <source>There is no file of this name, so nothing was read. Check the name, or put the file there and try again.</source>
        <translation>Es gibt keine Datei dieses Namens, deshalb wurde nichts gelesen. Prüfen Sie den Namen, oder legen Sie die Datei dort ab und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Engine: %1</source>
        <translation>Dienst: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Documents are sent to %1</source>
        <translation>Dokumente gehen an %1</translation>
    </message>
    <message>
        <source>Documents are read here; no network is used for them</source>
        <translation>Dokumente werden hier gelesen, ohne Netz</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more running</source>
        <translation>
            <numerusform>%n weiteres in Arbeit</numerusform>
            <numerusform>%n weitere in Arbeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusText</name>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not on the page</source>
        <translation>nicht auf der Seite</translation>
    </message>
    <message>
        <source>several possible</source>
        <translation>mehrere möglich</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
</context>
<context>
    <name>ui::TableGrid</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Insert row above</source>
        <translation>Zeile darüber einfügen</translation>
    </message>
    <message>
        <source>Insert row below</source>
        <translation>Zeile darunter einfügen</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>Zeile löschen</translation>
    </message>
</context>
<context>
    <name>ui::TableModel</name>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailModel</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>%1, one doubtful value</source>
        <translation>%1, ein zweifelhafter Wert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n doubtful values</source>
        <translation>
            <numerusform>%1, %n zweifelhafter Wert</numerusform>
            <numerusform>%1, %n zweifelhafte Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailStrip</name>
    <message>
        <source>Thumbnails</source>
        <translation>Seitenvorschau</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Engine for new documents</source>
        <translation>Dienst für neue Dokumente</translation>
    </message>
    <message>
        <source>What new documents are read with</source>
        <translation>Womit neue Dokumente gelesen werden</translation>
    </message>
    <message>
        <source>Kind of new documents</source>
        <translation>Art neuer Dokumente</translation>
    </message>
    <message>
        <source>What is looked for in new documents</source>
        <translation>Wonach in neuen Dokumenten gesucht wird</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Dokumente hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::ValueText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>This can&apos;t be the value here.</source>
        <translation>Das kann hier nicht der Wert sein.</translation>
    </message>
    <message>
        <source>This is not a number. Type it like 12.5.</source>
        <translation>Das ist keine Zahl. Tippen Sie sie wie 12,5.</translation>
    </message>
    <message>
        <source>This is not an amount. Type it like 1240.50 EUR.</source>
        <translation>Das ist kein Betrag. Tippen Sie ihn wie 1240,50 EUR.</translation>
    </message>
    <message>
        <source>This is not a date. Type it like 2024-05-07.</source>
        <translation>Das ist kein Datum. Tippen Sie es wie 2024-05-07.</translation>
    </message>
    <message>
        <source>Type yes or no.</source>
        <translation>Tippen Sie ja oder nein.</translation>
    </message>
    <message>
        <source>This is not an IBAN.</source>
        <translation>Das ist keine IBAN.</translation>
    </message>
    <message>
        <source>This is not a VAT number. It begins with two letters for the country.</source>
        <translation>Das ist keine USt-IdNr. Sie beginnt mit zwei Buchstaben für das Land.</translation>
    </message>
    <message>
        <source>This is not a currency. Type three letters like EUR.</source>
        <translation>Das ist keine Währung. Tippen Sie drei Buchstaben wie EUR.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
</context>
<context>
    <name>ui::WebPage</name>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
</context>
</TS>
