// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A child process is no task of this program.
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

void work();

int runs(const char *program) {
  const pid_t child = fork();
  if (child < 0)
    return -1;
  if (child == 0) {
    execlp(program, program, static_cast<char *>(nullptr));
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

int runsBesideAThread(const char *program) {
  std::thread worker(work);
  const int status = runs(program);
  worker.join();
  return status;
}

void replacesItself(const char *program) {
  execlp(program, program, static_cast<char *>(nullptr));
  std::abort();
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    if (fork() == 0) {
      work();
      _exit(0);
    }
  while (wait(nullptr) > 0) {
  }
  return argc > 1 ? runsBesideAThread(argv[1]) : 0;
}
