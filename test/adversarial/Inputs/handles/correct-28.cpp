// detach keeping state alive: weak_ptr / never touches frame... use a returned
// future instead
#include <exception>
#include <future>
#include <memory>
#include <string>
#include <thread>
class Client : public std::enable_shared_from_this<Client> {
  std::string host_;
  std::string connect() { return host_; }

public:
  explicit Client(std::string h) : host_(std::move(h)) {}
  std::future<std::string> connectAsync() {
    return std::async(std::launch::async,
                      [self = shared_from_this()] { return self->connect(); });
  }
};
int main() {
  auto c = std::make_shared<Client>("h");
  auto f = c->connectAsync();
  c.reset();
  return f.get() == "h" ? 0 : 1;
}
