// RUN: %check %s joinery-incomplete-work
// A wait is known by its body: main calls a shutdown that waits for nothing,
// and never the report that does.

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

  void shutdown() { print("uploads are over"); }

  void report() {
    while (int Left = Pending.load())
      Pending.wait(Left);
    print("all uploaded");
  }

private:
  std::atomic<int> Pending{0};
};

int main(int Argc, char **Argv) {
  static Uploader Uploads;
  for (int I = 1; I < Argc; ++I)
    Uploads.add(Argv[I]);
  Uploads.shutdown();
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}
