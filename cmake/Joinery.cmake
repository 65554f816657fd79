# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.rst:
Joinery
-------

What ``find_package(Joinery)`` gives:

.. command:: joinery_enable

    joinery_enable(<target> [CHECKS <glob>...] [WARNINGS_AS_ERRORS] [FRONTEND])

  Checks the sources of ``<target>`` whenever they are compiled: through
  clang-tidy, or with ``FRONTEND`` by a plugin in the compile itself, which
  has to be one of Clang then. ``CHECKS`` has clang-tidy's globs for joinery's
  checks, the first ones without effect on the last; all are run without it.
  The checks that ``<LANG>_CLANG_TIDY`` of the target names stay.

.. command:: joinery_add_check_target

    joinery_add_check_target([NAME <name>] [PATHS <path>...] [ARGS <arg>...])

  A target, ``joinery-check`` by default, that runs ``joinery check`` over the
  build folder, or over the units below ``<path>``. ``ARGS`` are passed on.

Variables: ``JOINERY_EXECUTABLE``, ``JOINERY_PLUGIN_DIR``,
``JOINERY_CLANG_TIDY`` (the clang-tidy that loads the module; searched when it
is not set).
#]=======================================================================]

include_guard(GLOBAL)

# The clang-tidy that can load the module: of joinery's own release.
function(_joinery_find_clang_tidy)
  find_program(JOINERY_CLANG_TIDY
    NAMES clang-tidy-${JOINERY_LLVM_RELEASE} clang-tidy
    DOC "The clang-tidy that loads Joinery's module")
  if(NOT JOINERY_CLANG_TIDY)
    message(FATAL_ERROR
      "joinery_enable: there is no clang-tidy-${JOINERY_LLVM_RELEASE}; install "
      "it, or pass -DJOINERY_CLANG_TIDY=<path>.")
  endif()
  get_property(checked GLOBAL PROPERTY _JOINERY_CHECKED_CLANG_TIDY)
  if(checked STREQUAL JOINERY_CLANG_TIDY)
    return()
  endif()
  execute_process(COMMAND ${JOINERY_CLANG_TIDY} --version
    OUTPUT_VARIABLE version ERROR_QUIET)
  if(NOT version MATCHES "LLVM version ${JOINERY_LLVM_RELEASE}\\.")
    message(FATAL_ERROR
      "joinery_enable: ${JOINERY_CLANG_TIDY} is not of LLVM "
      "${JOINERY_LLVM_RELEASE}, for which the module is made; install "
      "clang-tidy-${JOINERY_LLVM_RELEASE}, or pass "
      "-DJOINERY_CLANG_TIDY=<path>.")
  endif()
  set_property(GLOBAL PROPERTY _JOINERY_CHECKED_CLANG_TIDY
    ${JOINERY_CLANG_TIDY})
endfunction()

# Adds the module to the clang-tidy that checks <lang> of the target, or makes
# it one with joinery's checks alone.
function(_joinery_set_clang_tidy target lang checks as_errors)
  get_target_property(command ${target} ${lang}_CLANG_TIDY)
  if(NOT command)
    set(command ${JOINERY_CLANG_TIDY} --quiet)
    set(checks "-*,${checks}")
  endif()
  # clang-tidy takes each of these options once.
  foreach(option checks warnings-as-errors)
    set(given ${command})
    list(FILTER given INCLUDE REGEX "^--?${option}=")
    list(FILTER command EXCLUDE REGEX "^--?${option}=")
    string(REGEX REPLACE "^--?${option}=" "" given "${given}")
    if("${option}" STREQUAL "checks")
      set(ours ${checks})
    elseif(as_errors)
      set(ours joinery-*)
    else()
      set(ours)
    endif()
    list(APPEND given ${ours})
    list(JOIN given "," given)
    if(given)
      list(APPEND command --${option}=${given})
    endif()
  endforeach()
  list(APPEND command -load "${JOINERY_PLUGIN_DIR}/joinery-tidy.so")
  set_property(TARGET ${target} PROPERTY ${lang}_CLANG_TIDY "${command}")
endfunction()

# Lets the compiler load the frontend plugin.
function(_joinery_add_plugin target checks as_errors)
  set(plugin "${JOINERY_PLUGIN_DIR}/joinery-clang.so")
  if(NOT EXISTS "${plugin}")
    message(FATAL_ERROR
      "joinery_enable(${target} FRONTEND): this installation has no "
      "${plugin}; leave FRONTEND out to check through clang-tidy.")
  endif()
  foreach(lang C CXX)
    if(NOT CMAKE_${lang}_COMPILER_LOADED)
      continue()
    endif()
    if(NOT CMAKE_${lang}_COMPILER_ID STREQUAL Clang OR
       NOT CMAKE_${lang}_COMPILER_VERSION MATCHES
           "^${JOINERY_LLVM_RELEASE}\\.")
      message(FATAL_ERROR
        "joinery_enable(${target} FRONTEND): the plugin is for Clang "
        "${JOINERY_LLVM_RELEASE}, but ${CMAKE_${lang}_COMPILER} is "
        "${CMAKE_${lang}_COMPILER_ID} ${CMAKE_${lang}_COMPILER_VERSION}; "
        "leave FRONTEND out to check through clang-tidy.")
    endif()
  endforeach()
  if(as_errors)
    message(FATAL_ERROR
      "joinery_enable(${target} FRONTEND): WARNINGS_AS_ERRORS is for "
      "clang-tidy; the compiler's own -Werror is for the plugin.")
  endif()
  target_compile_options(${target} PRIVATE
    $<$<COMPILE_LANGUAGE:C,CXX>:-fplugin=${plugin}>
    $<$<COMPILE_LANGUAGE:C,CXX>:-fplugin-arg-joinery-checks=${checks}>)
endfunction()

function(joinery_enable target)
  cmake_parse_arguments(PARSE_ARGV 1 arg
    "WARNINGS_AS_ERRORS;FRONTEND" "" "CHECKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
      "joinery_enable(${target}): '${arg_UNPARSED_ARGUMENTS}' is none of "
      "CHECKS <glob>..., WARNINGS_AS_ERRORS, FRONTEND.")
  endif()
  if(NOT TARGET ${target})
    message(FATAL_ERROR "joinery_enable: there is no target '${target}'.")
  endif()
  if("CHECKS" IN_LIST arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "joinery_enable(${target}): CHECKS names no check.")
  endif()
  set(checks joinery-*)
  if(arg_CHECKS)
    list(JOIN arg_CHECKS "," checks)
  endif()
  if(arg_FRONTEND)
    _joinery_add_plugin(${target} "${checks}" ${arg_WARNINGS_AS_ERRORS})
    return()
  endif()
  _joinery_find_clang_tidy()
  foreach(lang C CXX)
    _joinery_set_clang_tidy(${target} ${lang} "${checks}"
      ${arg_WARNINGS_AS_ERRORS})
  endforeach()
endfunction()

function(joinery_add_check_target)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "PATHS;ARGS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
      "joinery_add_check_target: '${arg_UNPARSED_ARGUMENTS}' is none of NAME "
      "<name>, PATHS <path>..., ARGS <arg>....")
  endif()
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR
      "joinery_add_check_target: the check reads the compilation database; "
      "say set(CMAKE_EXPORT_COMPILE_COMMANDS ON) before the targets.")
  endif()
  if(NOT arg_NAME)
    set(arg_NAME joinery-check)
  endif()
  add_custom_target(${arg_NAME}
    COMMAND ${JOINERY_EXECUTABLE} check -p ${CMAKE_BINARY_DIR}
            ${arg_ARGS} ${arg_PATHS}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    COMMENT "Looking for tasks without an owner"
    USES_TERMINAL
    VERBATIM)
endfunction()
