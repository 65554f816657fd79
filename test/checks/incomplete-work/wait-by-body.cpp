// RUN: %check %s joinery-incomplete-work
// A wait is known by its body, whatever its name.

#include <atomic>
#include <string>
#include <thread>
#include <utility>

void upload(const std::string &File);
void print(const char *Line);

class Uploader {
public:
  void add(std::string File) {
    Pending.fetch_add(1);
    std::thread([this, File = std::move(File)] {
      upload(File);
      Pending.fetch_sub(1);
      Pending.notify_all();
    }).detach();
  }

  void report() {
    untilIdle();
    print("all uploaded");
  }

private:
  void untilIdle() {
    while (int Left = Pending.load())
      Pending.wait(Left);
  }

  std::atomic<int> Pending{0};
};

int main(int Argc, char **Argv) {
  static Uploader Uploads;
  if (Argc < 2)
    return 1;
  for (int I = 1; I < Argc; ++I)
    Uploads.add(Argv[I]);
  Uploads.report();
  return 0;
}
