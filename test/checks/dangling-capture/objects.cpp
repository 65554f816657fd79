// RUN: %check %s joinery-dangling-capture
// Tasks and the objects that they work on: an automatic object dies with its
// frame, an owned or shared one does not.
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void transmit(const std::string &frame);
bool linkUp();

class Radio {
public:
  void listen();
  void tune(int band);
};

// Reports.

void listensOnALocal() {
  Radio radio;
  radio.tune(1);
  std::thread listener(&Radio::listen, &radio);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  listener.detach();
}

void refersToALocal() {
  Radio radio;
  std::thread(&Radio::listen, std::ref(radio)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void capturesALocal() {
  Radio radio;
  std::thread([&radio] { radio.listen(); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void pointsIntoAUniquePointer() {
  auto radio = std::make_unique<Radio>();
  std::thread([&radio] { radio->listen(); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void refersToASharedPointer() {
  auto radio = std::make_shared<Radio>();
  std::thread([&radio] { radio->listen(); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

void listensOnACopy() {
  Radio radio;
  std::thread(&Radio::listen, radio).detach();
}

void listensOnASharedRadio() {
  auto radio = std::make_shared<Radio>();
  std::thread(&Radio::listen, radio).detach();
}

void listensOnAStatic() {
  static Radio radio;
  std::thread(&Radio::listen, &radio).detach();
}

void listensOnAHeapObject() {
  auto *radio = new Radio;
  std::thread([radio] {
    radio->listen();
    delete radio;
  }).detach();
}

void listensOnACallersObject(Radio *radio) {
  std::thread(&Radio::listen, radio).detach();
}

void joinsOnALocal() {
  Radio radio;
  std::thread listener(&Radio::listen, &radio);
  radio.tune(1);
  listener.join();
}

class Station {
public:
  void start() {
    thread_ = std::thread([this] { radio_.listen(); });
  }
  ~Station() {
    if (thread_.joinable())
      thread_.join();
  }

private:
  Radio radio_;
  std::thread thread_;
};

class Beacon : public std::enable_shared_from_this<Beacon> {
public:
  void start() {
    std::thread([self = shared_from_this()] { self->run(); }).detach();
  }

  void startWeakly() {
    std::thread([weak = weak_from_this()] {
      if (auto self = weak.lock())
        self->run();
    }).detach();
  }

private:
  void run();
};

class Clock {
public:
  static Clock &instance() {
    static Clock clock;
    return clock;
  }

  void start() {
    std::thread([this] { run(); }).detach();
  }

private:
  void run();
};

void startsTheClock() { Clock::instance().start(); }

class Tower {
public:
  void copyStart() {
    std::thread([*this] { run(); }).detach();
  }

  void copyMember() {
    std::thread([name = name_] { transmit(name); }).detach();
  }

private:
  void run() const;
  std::string name_;
};

void runsATowerFromTheStack() {
  Tower tower;
  tower.copyStart();
  tower.copyMember();
}
