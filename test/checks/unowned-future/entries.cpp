// RUN: %check %s joinery-unowned-future
// However the entry is written, its result and its throws count.
#include <functional>
#include <future>
#include <stdexcept>
#include <string>

void log(const char *line);
bool valid(const std::string &record);

class Importer {
public:
  void validate(const std::string &record) {
    if (!valid(record))
      throw std::invalid_argument(record);
  }
  void note(const std::string &record);
  int count() const;
};

struct Validate {
  std::string record;
  void operator()() const {
    if (!valid(record))
      throw std::invalid_argument(record);
  }
};

struct Note {
  void operator()() const noexcept { log("noted"); }
};

[[noreturn]] void reject(const std::string &record) {
  throw std::invalid_argument(record);
}

void validateDeeply(const std::string &record) {
  if (!valid(record))
    reject(record);
}

// Reports.

void losesAThrowOfAMember(Importer &importer, const std::string &record) {
  auto ok = std::async(&Importer::validate, &importer, record);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  log("importing");
}

void losesTheValueOfAMember(const Importer &importer) {
  auto count = std::async(&Importer::count, &importer);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  log("importing");
}

void losesAThrowOfAFunctionObject(const std::string &record) {
  auto ok = std::async(std::launch::async, Validate{record});
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  log("importing");
}

void losesAThrowOfABoundMember(Importer &importer, const std::string &record) {
  auto job = std::bind(&Importer::validate, &importer, record);
  auto ok = std::async(std::launch::async, job);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  log("importing");
}

void losesAThrowTwoCallsDown(const std::string &record) {
  auto ok = std::async(std::launch::async, validateDeeply, record);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  log("importing");
}

void losesAThrowOfANamedLambda(const std::string &record) {
  auto job = [record] { validateDeeply(record); };
  auto ok = std::async(std::launch::async, job);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  log("importing");
}

// Stays silent.

void overlapsAMember(Importer &importer, const std::string &record) {
  auto noted = std::async(&Importer::note, &importer, record);
  log("importing");
}

void overlapsAFunctionObject() {
  auto noted = std::async(std::launch::async, Note{});
  log("importing");
}

void overlapsACatchingLambda(const std::string &record) {
  auto ok = std::async(std::launch::async, [record] {
    try {
      validateDeeply(record);
    } catch (...) {
      log("invalid");
    }
  });
  log("importing");
}

void overlapsABoundMember(Importer &importer, const std::string &record) {
  auto noted = std::async(std::bind(&Importer::note, &importer, record));
  log("importing");
}

void overlapsAnUnseenCallable(const std::function<void()> &job) {
  auto done = std::async(std::launch::async, job);
  log("importing");
}

void hearsAMember(Importer &importer, const std::string &record) {
  auto ok = std::async(&Importer::validate, &importer, record);
  log("importing");
  ok.get();
}
