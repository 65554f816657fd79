// RUN: %check %s joinery-destroyed-before-join
// Once per template; macros at their expansion.

#include <future>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

template <typename T> void show(const T &Value);

// Reports.

template <typename T> class Banner {
public:
  Banner() : Shower([this] { show(Values); }) {}

private:
  std::jthread Shower;
  std::vector<T> Values;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

template <typename Key, typename Value> class Table {
public:
  void start() { Reader = std::async(std::launch::async, [this] { read(); }); }

private:
  void read() { Entries[Key()] = Value(); }
  std::future<void> Reader;
  std::map<Key, Value> Entries;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

template <typename T> void local(T Value) {
  std::jthread Shower;
  std::vector<T> Values(3, Value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  Shower = std::jthread([&Values] { show(Values); });
}

#define WORKER(NAME) std::jthread NAME
#define TEXT(NAME) std::string NAME

class OfMacros {
public:
  OfMacros() : Shower([this] { show(Text); }) {}

private:
  WORKER(Shower);
  TEXT(Text);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

void localOfAMacro() {
  WORKER(Shower);
  TEXT(Text) = "hello";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  Shower = std::jthread([&Text] { show(Text); });
}

// Stays silent.

template <typename T> class Ordered {
public:
  Ordered() : Shower([this] { show(Values); }) {}

private:
  std::vector<T> Values;
  std::jthread Shower;
};

template <typename T> class Joined {
public:
  Joined() : Shower([this] { show(Values); }) {}
  ~Joined() { Shower.join(); }

private:
  std::jthread Shower;
  std::vector<T> Values;
};

template <typename T> class Trivial {
public:
  Trivial() : Shower([this] { show(Value); }) {}

private:
  std::jthread Shower;
  T Value{};
};

template <typename T> class Another {
public:
  Another() : Shower([this] { show(Values); }) {}

private:
  std::vector<T> Values;
  std::jthread Shower;
  std::vector<T> Spare;
};

template <typename T> class NeverMade {
public:
  NeverMade() : Shower([this] { show(Values); }) {}

private:
  std::jthread Shower;
  std::vector<T> Values;
};

template <typename T> void inOrder(T Value) {
  std::vector<T> Values(3, Value);
  std::jthread Shower([&Values] { show(Values); });
}

class OrderedOfMacros {
public:
  OrderedOfMacros() : Shower([this] { show(Text); }) {}

private:
  TEXT(Text);
  WORKER(Shower);
};

#define JOINED_BY_ITS_DESTRUCTOR(CLASS, NAME)                                  \
  ~CLASS() { NAME.join(); }

class JoinedByAMacro {
public:
  JoinedByAMacro() : Shower([this] { show(Text); }) {}
  JOINED_BY_ITS_DESTRUCTOR(JoinedByAMacro, Shower)

private:
  WORKER(Shower);
  TEXT(Text);
};

void makeThem() {
  Banner<int> A;
  Banner<long> B;
  Table<int, int>().start();
  Table<int, std::string>().start();
  local(1);
  local(1L);
  Ordered<int> C;
  Joined<int> D;
  Trivial<int> E;
  Trivial<long> F;
  Another<int> G;
  inOrder(1);
}
