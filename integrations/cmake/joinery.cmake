# Include this file after project() and before the targets:
#
#   include(cmake/joinery.cmake)
#
# "cmake --build build --target joinery-check" then checks the project, and
# joinery_enable(<target>) checks a target in every compile.
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_package(Joinery 0.1 QUIET)
if(Joinery_FOUND)
  joinery_add_check_target()
else()
  message(STATUS "Joinery is not installed: there is no target joinery-check")
  function(joinery_enable)
  endfunction()
endif()
