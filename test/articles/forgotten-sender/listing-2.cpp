// RUN: %check %s joinery-*

// A slow look-up, made in the caller's own thread. There is no task, so there
// is nothing to report.

#include <chrono>
#include <string>
#include <system_error>
#include <thread>

struct Found {
  std::string Record;
  std::error_code Error;
};

Found findRecord(const std::string &Term) {
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  if (Term.empty())
    return {{}, std::make_error_code(std::errc::invalid_argument)};
  return {"record of " + Term, {}};
}
