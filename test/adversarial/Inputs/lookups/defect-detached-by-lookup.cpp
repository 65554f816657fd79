// The thread of an object that was found is given up.
#include <map>
#include <thread>

void work();

struct Session {
  std::thread Reader;
  void start() { Reader = std::thread(work); }
};

static std::map<int, Session> Sessions;

static Session *find(int Id) {
  auto Found = Sessions.find(Id);
  return Found == Sessions.end() ? nullptr : &Found->second;
}

int main() {
  Sessions[1].start();
  find(1)->Reader.detach(); // EXPECT: detached-thread
}
