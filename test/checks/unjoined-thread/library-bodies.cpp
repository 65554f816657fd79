// RUN: %check %s joinery-unjoined-thread -- -isystem %S/Inputs
// What functions of system headers do counts the same in every host, whether
// their bodies were parsed or not.
#include <library.h>
void work();
bool ready();

void failsBeforeItStarts() {
  if (!ready())
    library::fail();
  std::thread T(work);
  T.join();
}

void cannotGoOn() {
  std::thread T(work);
  T.join();
  library::fail();
}

void joinsInALibrary(std::vector<std::thread> &All) {
  std::vector<std::thread> Mine;
  Mine.emplace_back(work);
  library::flush(Mine);
  All.clear();
}

void joinsInAGenericLambda() {
  std::vector<std::thread> Mine;
  Mine.emplace_back(work);
  library::each(Mine, [](auto &T) { T.join(); });
}

void guarded() {
  std::thread T(work);
  library::Guard G(T);
  ready();
}

void forgotten() {
  std::thread T(work);
  // CHECK: :[[@LINE-1]]:15: warning: {{.*}}[joinery-unjoined-thread]
  if (!ready())
    return;
  T.join();
}
