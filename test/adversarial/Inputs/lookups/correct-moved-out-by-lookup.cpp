// The handle is moved out of the object that was found, and joined.
#include <list>
#include <thread>
#include <utility>

void work();

struct Slot {
  bool Used = false;
  std::thread Worker;
  void begin() {
    Used = true;
    Worker = std::thread(work);
  }
};

static std::list<Slot> Slots(3);

static Slot &slot(bool Used) {
  for (Slot &S : Slots)
    if (S.Used == Used)
      return S;
  return Slots.front();
}

int main() {
  slot(false).begin();
  std::thread Mine = std::move(slot(true).Worker);
  Mine.join();
}
