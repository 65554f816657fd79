// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: channels that something closes on the way out, whichever way that
// is.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Replies = boost::fibers::unbuffered_channel<std::string>;

std::string request(const std::string &url);
bool online();

// A channel that closes when its owner lets go, whoever else holds it.
class Inbox {
public:
  Inbox() : replies_(std::make_shared<Replies>()) {}
  ~Inbox() { replies_->close(); }
  Inbox(const Inbox &) = delete;
  Inbox &operator=(const Inbox &) = delete;

  std::shared_ptr<Replies> sender() const { return replies_; }
  bool take(std::string &reply) {
    return replies_->pop_wait_for(reply, 1s) == channel_op_status::success;
  }

private:
  std::shared_ptr<Replies> replies_;
};

std::string asksWithAnInbox(const std::string &url) {
  std::jthread asking;
  Inbox inbox;
  asking = std::jthread(
      [replies = inbox.sender(), url] { replies->push(request(url)); });
  std::string reply;
  if (!inbox.take(reply))
    throw std::runtime_error("no reply");
  return reply;
}

template <typename Fn> class Finally {
public:
  explicit Finally(Fn fn) : fn_(std::move(fn)) {}
  ~Finally() { fn_(); }

private:
  Fn fn_;
};

std::string closesFinally(const std::string &url) {
  Replies replies;
  std::jthread asking([&] { replies.push(request(url)); });
  Finally hangUp([&] { replies.close(); });
  if (!online())
    throw std::runtime_error("offline");
  std::string reply;
  if (replies.pop_wait_for(reply, 1s) != channel_op_status::success)
    return "late";
  return reply;
}

std::string closesByASharedPointersDeleter(const std::string &url) {
  auto replies = std::make_shared<Replies>();
  std::jthread asking([replies, url] { replies->push(request(url)); });
  std::shared_ptr<void> hangUp(nullptr, [&](void *) { replies->close(); });
  std::string reply;
  replies->pop_wait_for(reply, 1s);
  return reply;
}

std::string closesOnEveryPathByHand(const std::string &url) {
  Replies replies;
  std::jthread asking([&] { replies.push(request(url)); });
  std::string reply;
  try {
    if (!online())
      throw std::runtime_error("offline");
    if (replies.pop_wait_for(reply, 1s) != channel_op_status::success)
      reply = "late";
  } catch (...) {
    replies.close();
    throw;
  }
  replies.close();
  return reply;
}

class Finder {
public:
  ~Finder() { finish(); }

  void ask(const std::string &url) {
    asking_.emplace_back(
        [replies = replies_, url] { replies->push(request(url)); });
  }

  std::string first() {
    std::string reply;
    replies_->pop_wait_for(reply, 1s);
    return reply;
  }

private:
  void finish() {
    replies_->close();
    for (auto &task : asking_)
      task.join();
  }

  std::shared_ptr<Replies> replies_ = std::make_shared<Replies>();
  std::vector<std::thread> asking_;
};

std::string asksAFinder(const std::vector<std::string> &urls) {
  Finder finder;
  for (const auto &url : urls)
    finder.ask(url);
  return finder.first();
}
