// Replies are told by a lookup of the request.
#include <future>
#include <map>
#include <mutex>
#include <thread>

int ask(int Id);

struct Request {
  std::promise<int> Reply;
};

class Requests {
public:
  Request *find(int Id) {
    std::lock_guard<std::mutex> Lock(Mutex);
    auto Found = Open.find(Id);
    return Found == Open.end() ? nullptr : &Found->second;
  }
  void add(int Id) { Open[Id]; }

private:
  std::mutex Mutex;
  std::map<int, Request> Open;
};

int main() {
  Requests All;
  All.add(1);
  std::thread Asks([&] { All.find(1)->Reply.set_value(ask(1)); });
  int Value = All.find(1)->Reply.get_future().get();
  Asks.join();
  return Value;
}
