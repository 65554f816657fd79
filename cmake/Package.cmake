# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What is installed and where, and the Debian package of it. Every path is
# relative to the prefix: an installation may be moved.

include(CMakePackageConfigHelpers)

set(JOINERY_PLUGIN_DIR lib/joinery)
set(JOINERY_CMAKE_DIR lib/cmake/Joinery)
set(JOINERY_DOC_DIR share/doc/joinery)

# The man page and the completions say what --help says, so they are made of it.
set(JOINERY_MANUAL_DIR ${PROJECT_BINARY_DIR}/share)
set(JOINERY_MANUAL
  ${JOINERY_MANUAL_DIR}/man/man1/joinery.1.gz
  ${JOINERY_MANUAL_DIR}/bash-completion/completions/joinery
  ${JOINERY_MANUAL_DIR}/zsh/vendor-completions/_joinery
  ${JOINERY_MANUAL_DIR}/fish/vendor_completions.d/joinery.fish)
add_custom_command(
  OUTPUT ${JOINERY_MANUAL}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/manual.py
          $<TARGET_FILE:joinery> ${JOINERY_MANUAL_DIR}
  DEPENDS ${PROJECT_SOURCE_DIR}/scripts/manual.py joinery
  COMMENT "Writing the man page and the shells' completions"
  VERBATIM)
add_custom_target(joinery-manual ALL DEPENDS ${JOINERY_MANUAL})
install(DIRECTORY ${JOINERY_MANUAL_DIR}/ DESTINATION share)

# A changelog of Debian's form is compressed, like the man page.
set(JOINERY_DEBIAN_CHANGELOG ${PROJECT_BINARY_DIR}/changelog.Debian.gz)
add_custom_command(
  OUTPUT ${JOINERY_DEBIAN_CHANGELOG}
  COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/packaging/changelog
          > ${JOINERY_DEBIAN_CHANGELOG}
  DEPENDS ${PROJECT_SOURCE_DIR}/packaging/changelog)
add_custom_target(joinery-changelog ALL DEPENDS ${JOINERY_DEBIAN_CHANGELOG})
install(FILES ${JOINERY_DEBIAN_CHANGELOG} packaging/copyright
  DESTINATION ${JOINERY_DOC_DIR})
install(FILES README.md DESTINATION ${JOINERY_DOC_DIR})
install(DIRECTORY docs/ DESTINATION ${JOINERY_DOC_DIR}/docs)

install(TARGETS joinery RUNTIME DESTINATION bin)
install(TARGETS joinery-tidy joinery-clang
  LIBRARY DESTINATION ${JOINERY_PLUGIN_DIR})
# An LLVM that the loader does not know is looked for where the build had it.
# Debian's is known.
if(NOT LLVM_INSTALL_PREFIX STREQUAL "/usr/lib/llvm-${LLVM_VERSION_MAJOR}")
  set_target_properties(joinery PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
endif()
# The descriptions are built in; these are for reading, and to begin one's own.
install(DIRECTORY checks/model/libraries/
  DESTINATION share/joinery/libraries FILES_MATCHING PATTERN *.yaml)

configure_package_config_file(cmake/JoineryConfig.cmake.in
  ${PROJECT_BINARY_DIR}/JoineryConfig.cmake
  INSTALL_DESTINATION ${JOINERY_CMAKE_DIR}
  PATH_VARS JOINERY_PLUGIN_DIR
  NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/JoineryConfigVersion.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
  ${PROJECT_BINARY_DIR}/JoineryConfig.cmake
  ${PROJECT_BINARY_DIR}/JoineryConfigVersion.cmake
  cmake/Joinery.cmake
  DESTINATION ${JOINERY_CMAKE_DIR})

# `cpack -G DEB` in the build folder.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME joinery)
set(CPACK_PACKAGE_CONTACT
  "The Joinery contributors <joinery@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "find the tasks of C++ and C programs that have no owner")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Every task needs an owner: somebody who starts it, can stop it, knows when it
is done, and hears when it fails. Joinery finds the threads, futures and other
tasks of a program that have none.
.
The package has the tool joinery, which checks whole projects, and a module
with the same checks for clang-tidy.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE
  GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
# The LLVM libraries are found by dpkg-shlibdeps. The compiler's own headers
# are no library; and they have to be of the release that is linked.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "libclang-common-${LLVM_VERSION_MAJOR}-dev")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "clang-tidy-${LLVM_VERSION_MAJOR}")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cmake, git")
include(CPack)
