// A session's thread is joined by whoever looks the session up.
#include <map>
#include <string>
#include <thread>

void serve(const std::string &Name);

struct Session {
  std::string Name;
  std::thread Reader;
  void start() {
    Reader = std::thread([this] { serve(Name); });
  }
};

static std::map<std::string, Session *> Sessions;

static Session *find(const std::string &Name) {
  auto Found = Sessions.find(Name);
  if (Found == Sessions.end())
    return nullptr;
  return Found->second;
}

int main() {
  Sessions["a"] = new Session{"a", {}};
  find("a")->start();
  find("a")->Reader.join();
}
