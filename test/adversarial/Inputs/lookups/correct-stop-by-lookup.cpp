// The flag is set by a lookup before the thread is joined.
#include <atomic>
#include <map>
#include <thread>

void poll(int Id);

struct Device {
  int Id = 0;
  std::atomic<bool> Stopping{false};
  std::thread Poller;
  void start() {
    Poller = std::thread([this] {
      while (!Stopping)
        poll(Id);
    });
  }
  ~Device() {
    if (Poller.joinable())
      Poller.join();
  }
};

static std::map<int, Device> Devices;

static Device *device(int Id) {
  auto Found = Devices.find(Id);
  return Found == Devices.end() ? nullptr : &Found->second;
}

static void remove(int Id) {
  device(Id)->Stopping = true;
  Devices.erase(Id);
}

int main() {
  Devices[1].start();
  poll(2);
  remove(1);
}
