<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>app::Application</name>
    <message numerus="yes">
        <source>%n file(s) of the configuration could not be used. The log says why.</source>
        <translation>
            <numerusform>%n file of the configuration could not be used. The log says why.</numerusform>
            <numerusform>%n files of the configuration could not be used. The log says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentModel</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentPane</name>
    <message numerus="yes">
        <source>%n pages can&apos;t be shown. The others are not affected.</source>
        <translation>
            <numerusform>%n page can&apos;t be shown. The others are not affected.</numerusform>
            <numerusform>%n pages can&apos;t be shown. The others are not affected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FactText</name>
    <message numerus="yes">
        <source>%n key(s), signatures: %1</source>
        <translation>
            <numerusform>%n key, signatures: %1</numerusform>
            <numerusform>%n keys, signatures: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FieldRow</name>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%n left out: nothing was read from them yet.</source>
        <translation>
            <numerusform>%n left out: nothing was read from it yet.</numerusform>
            <numerusform>%n left out: nothing was read from them yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) exported to %1.</source>
        <translation>
            <numerusform>%n document exported to %1.</numerusform>
            <numerusform>%n documents exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept: added when you are done here.</source>
        <translation>
            <numerusform>%n file is kept: it is added when you are done here.</numerusform>
            <numerusform>%n files are kept: they are added when you are done here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) of the web left out: nothing is fetched from there. Download it, then add the file.</source>
        <translation>
            <numerusform>%n address of the web left out: nothing is fetched from there. Download it, then add the file.</numerusform>
            <numerusform>%n addresses of the web left out: nothing is fetched from there. Download them, then add the files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added without an account stay on this computer and are shown again when you are signed out.</source>
        <translation>
            <numerusform>%n document added without an account stays on this computer and is shown again when you are signed out.</numerusform>
            <numerusform>%n documents added without an account stay on this computer and are shown again when you are signed out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PropertiesSheet</name>
    <message numerus="yes">
        <source>On the first %n pages</source>
        <translation>
            <numerusform>On the first page</numerusform>
            <numerusform>On the first %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReasonText</name>
    <message numerus="yes">
        <source>%n other value(s) would fit</source>
        <translation>
            <numerusform>%n other value would fit</numerusform>
            <numerusform>%n other values would fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReviewHeader</name>
    <message numerus="yes">
        <source>%n doubt(s) left</source>
        <translation>
            <numerusform>%n doubt left</numerusform>
            <numerusform>%n doubts left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReviewPane</name>
    <message numerus="yes">
        <source>Checks: %n do(es) not add up</source>
        <translation>
            <numerusform>Checks: %n does not add up</numerusform>
            <numerusform>Checks: %n do not add up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n row(s))</source>
        <translation>
            <numerusform>%1 (%n row)</numerusform>
            <numerusform>%1 (%n rows)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubt(s) left. Look at them first, or take them on as they are.</source>
        <translation>
            <numerusform>%n doubt is left. Look at it first, or take it on as it is.</numerusform>
            <numerusform>%n doubts are left. Look at them first, or take them on as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be saved and are not made yet. Make room on the disk, then save again.</source>
        <translation>
            <numerusform>%n edit could not be saved and is not made yet. Make room on the disk, then save again.</numerusform>
            <numerusform>%n edits could not be saved and are not made yet. Make room on the disk, then save again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read (%1): what stands there is missing here.</source>
        <translation>
            <numerusform>%n page could not be read (%1): what stands there is missing here.</numerusform>
            <numerusform>%n pages could not be read (%1): what stands there is missing here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SearchBar</name>
    <message numerus="yes">
        <source>%1 (%n pages could not be read)</source>
        <translation>
            <numerusform>%1 (%n page could not be read)</numerusform>
            <numerusform>%1 (%n pages could not be read)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StateText</name>
    <message numerus="yes">
        <source>%n doubt(s)</source>
        <translation>
            <numerusform>%n doubt</numerusform>
            <numerusform>%n doubts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n more running</source>
        <translation>
            <numerusform>%n more running</numerusform>
            <numerusform>%n more running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailModel</name>
    <message numerus="yes">
        <source>%1, %n doubtful values</source>
        <translation>
            <numerusform>%1, %n doubtful value</numerusform>
            <numerusform>%1, %n doubtful values</numerusform>
        </translation>
    </message>
</context>
</TS>
