// RUN: %check %s joinery-*

// The look-up is called and its answer used in one thread: slow, but nothing
// is left behind.

#include <cstdio>
#include <string>
#include <system_error>

struct Found {
  std::string Record;
  std::error_code Error;
};

Found findRecord(const std::string &Term);

std::error_code process(const std::string &Term) {
  Found Answer = findRecord(Term);
  if (Answer.Error)
    return Answer.Error;
  std::printf("found %s\n", Answer.Record.c_str());
  return {};
}
