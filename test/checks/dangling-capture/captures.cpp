// RUN: %check %s joinery-dangling-capture
// What a capture or an argument holds on to decides, not how it is written.
// The report stands at the capture, of a named lambda as well, or at the
// argument.
#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

void print(const std::string &text);
void printView(std::string_view text);
void printRaw(const char *text);
void fill(char *buffer);
void total(std::span<const int> values);
std::string_view title();

std::string banner = "welcome";

struct Page {
  std::string text;
  void print() const;
};

// Reports.

void namesTheLambda() {
  std::string text = "page";
  auto job = [&text] { print(text); };
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  std::thread(job).detach();
}

void movesTheNamedLambda() {
  std::string text = "page";
  auto job = [&text] { print(text); };
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  std::thread printer(std::move(job));
  printer.detach();
}

void initCapturesAReference() {
  std::string text = "page";
  std::thread([&alias = text] { print(alias); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void initCapturesAPointer() {
  std::string text = "page";
  std::thread([p = &text] { print(*p); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void initCapturesAView() {
  std::string text = "page";
  auto job = [view = std::string_view(text)] { printView(view); };
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  std::thread(job).detach();
}

void copiesAPointerToALocal() {
  Page page;
  const Page *current = &page;
  std::thread([current] { current->print(); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void capturesAnAlias() {
  std::string text = "page";
  auto &alias = text;
  std::thread([&alias] { print(alias); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void passesACharacterArray() {
  char buffer[64] = "page";
  std::thread(printRaw, buffer).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void passesASpanOfALocal() {
  std::vector<int> values{1, 2, 3};
  std::thread(total, std::span<const int>(values)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void bindsAnAutomaticObject() {
  Page page;
  std::thread(std::bind(&Page::print, &page)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void bindsAReference() {
  std::string text = "page";
  auto job = std::bind(print, std::cref(text));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  std::thread(job).detach();
}

struct PrintJob {
  const std::string &text;
  void operator()() const { print(text); }
};

void storesAReferenceInAFunctionObject() {
  std::string text = "page";
  std::thread(PrintJob{text}).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

void capturesByDefaultCopy() {
  std::string text = "page";
  std::thread([=] { print(text); }).detach();
}

void initCapturesACopy() {
  std::string text = "page";
  std::thread([copy = text] { print(copy); }).detach();
}

void initCapturesACopyOfAView(std::string_view view) {
  std::thread([text = std::string(view)] { print(text); }).detach();
}

void passesAStringToAView() {
  std::string text = "page";
  std::thread(printView, text).detach();
}

void passesALiteral() { std::thread(printRaw, "page").detach(); }

void passesAViewOfALiteral() {
  std::thread(printView, std::string_view("page")).detach();
}

void capturesAViewOfALiteral() {
  constexpr std::string_view text = "page";
  std::thread([text] { printView(text); }).detach();
}

void passesAnUnseenView() { std::thread(printView, title()).detach(); }

void capturesAGlobal() {
  std::thread([] { print(banner); }).detach();
}

void refersToAGlobal() { std::thread(print, std::cref(banner)).detach(); }

void viewsAStatic() {
  static const std::string text = "page";
  std::thread(printView, std::string_view(text)).detach();
}

void spansAStaticArray() {
  static const std::array<int, 3> values{1, 2, 3};
  std::thread(total, std::span<const int>(values)).detach();
}

void aliasesAStatic() {
  static std::string text = "page";
  auto &alias = text;
  std::thread([&alias] { print(alias); }).detach();
}

void copiesThroughAnAlias() {
  std::string text = "page";
  auto &alias = text;
  std::thread([alias] { print(alias); }).detach();
}

void movesAUniquePointer() {
  auto page = std::make_unique<Page>();
  std::thread([page = std::move(page)] { page->print(); }).detach();
}

void passesAUniquePointer() {
  auto page = std::make_unique<Page>();
  std::thread([](std::unique_ptr<Page> page) { page->print(); },
              std::move(page))
      .detach();
}

void bindsACopy() {
  Page page;
  std::thread(std::bind(&Page::print, page)).detach();
}

void capturesAWeakPointer(const std::shared_ptr<Page> &page) {
  std::weak_ptr<Page> weak = page;
  std::thread([weak] {
    if (auto page = weak.lock())
      page->print();
  }).detach();
}

void copiesAFunction(std::function<void()> job) { std::thread(job).detach(); }

struct OwnedPrintJob {
  std::string text;
  void operator()() const { print(text); }
};

void copiesIntoAFunctionObject() {
  std::string text = "page";
  std::thread(OwnedPrintJob{text}).detach();
}

void capturesNoVariableOfTheFrame() {
  std::string text = "page";
  auto job = [&text] { print(text); };
  job();
  std::thread([] { print("page"); }).detach();
}
