# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a folder includes what its layer may not know. Run by ctest.

# forbid_word(<folder> <pattern> [EXCEPT <subfolder>]): no file below the folder has a line that the pattern matches.
function(forbid_word folder pattern)
    cmake_parse_arguments(PARSE_ARGV 2 ARG "" "EXCEPT" "")
    file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    foreach(file IN LISTS files)
        if(ARG_EXCEPT AND file MATCHES "^${ROOT}/${ARG_EXCEPT}/")
            continue()
        endif()
        file(STRINGS ${file} hits REGEX "${pattern}")
        if(hits)
            message(SEND_ERROR "${file}: ${hits}")
        endif()
    endforeach()
endfunction()

# forbid(<folder> <pattern> [EXCEPT <subfolder>]): no file below the folder includes what the pattern matches.
function(forbid folder pattern)
    forbid_word(${folder} "^#include [<\"](${pattern})" ${ARGN})
endfunction()

# allow(<room> <room>...): the room includes itself and these rooms of core only.
function(allow room)
    list(APPEND allowed ${room} ${ARGN})
    string(JOIN "|" names ${allowed})
    file(GLOB files ${ROOT}/core/${room}/*.h ${ROOT}/core/${room}/*.cpp)
    foreach(file IN LISTS files)
        file(STRINGS ${file} includes REGEX "^#include \"core/")
        foreach(include IN LISTS includes)
            if(NOT include MATCHES "\"core/(${names})/")
                message(SEND_ERROR "${file}: ${include}")
            endif()
        endforeach()
    endforeach()
endfunction()

set(outside "QWidget|QApplication|QGuiApplication|QPixmap|QPainter|QFont|QDialog|QMessageBox|QNetwork|QTcp|QSql|QProcess|poppler|tesseract|openssl|qt6keychain")
forbid(core "ui/|app/|core/adapters/|${outside}" EXCEPT core/adapters)
forbid(core/adapters "ui/|app/|QWidget|QApplication")
# Cookies are values, which the web engine hands over.
forbid(ui "app/|core/adapters/|QNetwork[^C]|QTcp|QSql|QProcess|poppler|tesseract|openssl|qt6keychain")
# What errors are called is the same on the command line.
forbid(app/cli "ui/[^t]|QWidget|QApplication|QWebEngine")
forbid(app/pageworker "ui/|QWidget|QApplication|QWebEngine|QNetwork")
# One program knows the web engine.
forbid(core "QWebEngine")
# A page is nobody's but its provider's: no script, channel or borrowed name of ours in it.
forbid_word(ui "QWebEngineScript|runJavaScript|QWebChannel|setHttpUserAgent")
forbid_word(app "QWebEngineScript|runJavaScript|QWebChannel|setHttpUserAgent")
forbid(ui "QWebEngine|QtWebEngine|ui/browser/" EXCEPT ui/browser)
forbid(app "QWebEngine|QtWebEngine|ui/browser/" EXCEPT app/browser)

allow(base)
allow(net base)
allow(identity base net)
allow(documents base)
allow(schema base)
allow(reading base documents schema)
allow(engines base net schema documents)
allow(evidence base schema documents)
allow(certainty base evidence schema documents)
allow(extraction base net documents schema reading engines evidence certainty)
allow(workflow base documents schema engines extraction store)
allow(review base documents schema evidence certainty extraction store)
allow(store base)
allow(export base documents schema evidence extraction review)
