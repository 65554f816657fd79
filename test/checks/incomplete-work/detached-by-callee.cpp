// RUN: %check %s joinery-incomplete-work
// What main calls may have detached the task; a return of main is an exit.

#include <string>
#include <thread>
#include <utility>

void saveCache(const std::string &File);
int parse(int Argc, char **Argv);

static void saveLater(std::string File) {
  std::thread([File = std::move(File)] { saveCache(File); }).detach();
}

static void finish() { saveLater("cache.db"); }

int main(int Argc, char **Argv) {
  // Nothing runs yet: this exit is complete.
  if (Argc < 2)
    return 1;
  int Result = parse(Argc, Argv);
  finish();
  return Result;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-13]]:{{[0-9]+}}: note: {{.*}}
}
