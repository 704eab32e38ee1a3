# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a text of the source has no translation: collects them anew into a copy and looks for unfinished ones.
file(GLOB languages ${ROOT}/translations/*.ts)
foreach(language IN LISTS languages)
    get_filename_component(name ${language} NAME)
    set(copy ${WORK}/check-${name})
    configure_file(${language} ${copy} COPYONLY)
    set(only)
    if(name MATCHES "_en")
        set(only -pluralonly)
    endif()
    execute_process(
        COMMAND ${LUPDATE} -silent -no-obsolete -locations none ${only} -I ${ROOT} ${ROOT}/ui ${ROOT}/app/window -ts ${copy}
        RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "lupdate failed")
    endif()
    file(STRINGS ${copy} unfinished REGEX "type=\"unfinished\"")
    list(LENGTH unfinished count)
    if(count GREATER 0)
        message(SEND_ERROR "${name}: ${count} texts are not translated; `ninja update_translations` collects them")
    endif()
endforeach()
