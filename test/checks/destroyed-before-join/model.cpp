// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-destroyed-before-join
// Threads that join in their destructor, of a library that only the user's model
// describes.

#include "Dock.h"

#include <string>
#include <vector>

void note(const std::string &Text);

// Reports

class Log {
public:
  Log() : Writing([this] { note(Text); }) {}

private:
  dock::Shift Writing;
  std::string Text;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class Kept {
public:
  Kept() : Writing([this] { note(Lines.front()); }) {}

private:
  dock::Net Writing;
  std::vector<std::string> Lines;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

void local() {
  dock::Shift Writing;
  std::string Text = "moored";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  Writing = dock::Shift([&Text] { note(Text); });
}

// Stays silent

class Last {
public:
  Last() : Writing([this] { note(Text); }) {}

private:
  std::string Text;
  dock::Shift Writing;
};

class Gathers {
public:
  Gathers() : Writing([this] { note(Text); }) {}
  ~Gathers() { Writing.gather(); }

private:
  dock::Shift Writing;
  std::string Text;
};

class Counts {
public:
  Counts() : Writing([this] { ++Lines; }) {}

private:
  dock::Shift Writing;
  int Lines = 0;
};

class Another {
public:
  Another() : Writing([this] { note(Text); }) {}

private:
  std::string Text;
  dock::Shift Writing;
  std::string Unused;
};

void inOrder() {
  std::string Text = "moored";
  dock::Shift Writing([&Text] { note(Text); });
}

void gathered() {
  dock::Shift Writing;
  std::string Text = "moored";
  Writing = dock::Shift([&Text] { note(Text); });
  Writing.gather();
}
