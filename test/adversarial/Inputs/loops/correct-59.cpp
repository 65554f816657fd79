// intrusive refcount and RAII tracking are no late count-up: nobody waits for
// zero on the refcount
#include <atomic>
#include <thread>
struct Blob {
  std::atomic<int> refs{1};
  int data = 0;
};
static void ref(Blob *b) { b->refs.fetch_add(1, std::memory_order_relaxed); }
static void unref(Blob *b) {
  if (b->refs.fetch_sub(1, std::memory_order_acq_rel) == 1)
    delete b;
}
int main() {
  Blob *b = new Blob;
  std::thread t([b] {
    ref(b);
    b->data++;
    unref(b);
  });
  t.join();
  unref(b);
}
