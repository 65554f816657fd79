// Nothing joins the thread on destruction: `Close`, which the destructor calls,
// only sets the flag. The join in `Start` is of the thread before.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

class Manager {
public:
  ~Manager();
  void Close();
  void Start();

private:
  void Clear();
  std::mutex mu_;
  std::condition_variable cv_;
  bool closing_ = false;
  std::unique_ptr<std::thread> bg_; // EXPECT: unjoined-thread
};

Manager::~Manager() { Close(); }

void Manager::Close() {
  std::lock_guard<std::mutex> lock(mu_);
  closing_ = true;
  cv_.notify_all();
}

void Manager::Start() {
  if (bg_)
    bg_->join();
  bg_.reset(new std::thread(&Manager::Clear, this));
}

void Manager::Clear() {
  std::unique_lock<std::mutex> lock(mu_);
  while (!closing_)
    cv_.wait(lock);
}
