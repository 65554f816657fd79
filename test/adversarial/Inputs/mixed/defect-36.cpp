// member used by the task dies before the jthread
#include <stop_token>
#include <string>
#include <thread>
class Log {
public:
  Log()
      : t_([this](std::stop_token s) {
          while (!s.stop_requested())
            last_ += 'x';
        }) {}

private:
  std::jthread t_;
  std::string last_; // EXPECT: destroyed-before-join
};
int main() { Log l; }
