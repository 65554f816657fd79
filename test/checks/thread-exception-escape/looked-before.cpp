// RUN: %check %s joinery-thread-exception-escape
// An accessor that throws on bad input does not where somebody has looked, and
// `throw;` throws nothing where nothing visible came in.

#include <map>
#include <optional>
#include <thread>
#include <variant>

void use(int Value);
void unseen();

void hasValue(std::optional<int> Value) {
  std::jthread Worker([Value] {
    if (Value.has_value())
      use(Value.value());
  });
}

void leavesEarly(std::optional<int> Value) {
  std::jthread Worker([Value] {
    if (!Value)
      return;
    use(Value.value());
  });
}

void justSet() {
  std::jthread Worker([] {
    std::optional<int> Value;
    Value = 1;
    use(Value.value());
    Value.emplace(2);
    use(Value.value());
  });
}

void counted(const std::map<int, int> &Table) {
  std::jthread Worker([&Table] {
    if (Table.count(1) > 0)
      use(Table.at(1));
  });
}

void holds(std::variant<int, char> Either) {
  std::jthread Worker([Either] {
    if (std::holds_alternative<int>(Either))
      use(std::get<int>(Either));
  });
}

void thrownOn() {
  std::jthread Worker([] {
    try {
      unseen();
    } catch (...) {
      use(0);
      throw;
    }
  });
}

void another(std::optional<int> First, std::optional<int> Second) {
  std::jthread Worker([First, Second] {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    if (First)
      use(Second.value());
  });
}
