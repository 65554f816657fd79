#include "Mail.h"

int main() {
  sendLater("the owner");
  return 0;
}
