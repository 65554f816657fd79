// RUN: %check %s joinery-destroyed-before-join --fix-notes
// The handle moves to the end of the class.

#include <string>
#include <thread>

void show(const std::string &Text);

class Banner {
public:
  Banner() { Shower = std::jthread([this] { show(Text); }); }

private:
  std::jthread Shower;
  // FIXED: std::string Text;
  // FIXED-NEXT: std::jthread Shower;
  std::string Text;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
